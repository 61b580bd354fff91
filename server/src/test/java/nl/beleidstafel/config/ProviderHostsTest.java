package nl.beleidstafel.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.config.ConfigurationRules.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which identity providers may be asked, and where the keys are that seal secrets.
final class ProviderHostsTest {
  @Test
  void namesOfHostsWithCommasBetween() {
    Configuration set = good(Map.of("identity-provider-hosts", "Login.example.nl, op.test:8443,"));
    assertEquals(Set.of("login.example.nl", "op.test:8443"), set.identityProviderHosts());
    assertEquals(Set.of(), good(Map.of()).identityProviderHosts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://login.example.nl", "a/b", "*", "user@host", "host:port"})
  void whatIsNoNameOfAHostIsExplained(String hosts) {
    Outcome.Bad bad =
        assertInstanceOf(Outcome.Bad.class, read(Map.of("identity-provider-hosts", hosts)));
    assertTrue(bad.sentences().getFirst().contains("must be names of hosts"));
  }

  @Test
  void theKeysAreInTheDataDirectoryUnlessAFileIsNamed() {
    assertEquals("data/secrets.key", good(Map.of()).secretsKeyFile());
    assertEquals("/x/keys", good(Map.of("secrets-key-file", "/x/keys")).secretsKeyFile());
  }

  private static Configuration good(Map<String, String> file) {
    return assertInstanceOf(Outcome.Good.class, read(file)).configuration();
  }

  private static Outcome read(Map<String, String> file) {
    return ConfigurationRules.read("x", file, Map.of(), _ -> Optional.empty());
  }
}
