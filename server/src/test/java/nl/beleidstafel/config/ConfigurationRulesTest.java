package nl.beleidstafel.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidstafel.config.Configuration.DatabaseUrl;
import nl.beleidstafel.config.Configuration.Storage;
import nl.beleidstafel.config.ConfigurationRules.Outcome;
import org.junit.jupiter.api.Test;

final class ConfigurationRulesTest {
  private static final String URL = "BELEIDSTAFEL_DATABASE_URL";

  private static Outcome read(Map<String, ?> file, Map<String, String> environment) {
    return ConfigurationRules.read(
        "config/application.yaml",
        file,
        environment,
        path -> path.equals("/run/secret") ? Optional.of("s3cret") : Optional.empty());
  }

  private static Configuration good(Map<String, ?> file, Map<String, String> environment) {
    return switch (read(file, environment)) {
      case Outcome.Good good -> good.configuration();
      case Outcome.Bad bad -> fail(String.join("\n", bad.sentences()));
    };
  }

  private static List<String> bad(Map<String, ?> file, Map<String, String> environment) {
    return switch (read(file, environment)) {
      case Outcome.Good _ -> fail("a mistake was not seen");
      case Outcome.Bad bad -> bad.sentences();
    };
  }

  private static void says(String sentence, Map<String, ?> file, Map<String, String> environment) {
    assertEquals(List.of(sentence), bad(file, environment));
  }

  @Test
  void nothingSetIsADemonstrationOnThisMachine() {
    Configuration configuration = good(Map.of(), Map.of("PATH", "/bin", "HOME", "/root"));
    assertEquals("127.0.0.1", configuration.host());
    assertEquals(8080, configuration.port());
    assertEquals(URI.create("http://localhost:8080"), configuration.publicUrl());
    assertTrue(configuration.demonstration());
    assertEquals(new Storage.Embedded("data"), configuration.storage());
  }

  @Test
  void theEnvironmentWinsOverTheFile() {
    Configuration configuration =
        good(
            Map.of("port", 1, "database", Map.of("connections", 5)),
            Map.of("BELEIDSTAFEL_PORT", "3", "PORT", "2"));
    assertEquals(3, configuration.port());
    assertEquals(5, configuration.databaseConnections());
    assertEquals(2, good(Map.of("port", 1), Map.of("PORT", "2")).port());
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertEquals(8080, good(Map.of(), Map.of("PORT", "", "BELEIDSTAFEL_HOST", "")).port());
  }

  @Test
  void anExternalDatabaseNeedsNoPasswordAndShowsNoDemonstration() {
    Configuration configuration =
        good(Map.of(), Map.of(URL, "postgresql://tafel@db.example.nl/plan"));
    assertFalse(configuration.demonstration());
    DatabaseUrl url = assertInstanceOf(Storage.External.class, configuration.storage()).url();
    assertEquals(new DatabaseUrl("db.example.nl", 5432, "plan", "tafel", null, "prefer"), url);
  }

  @Test
  void aUrlIsReadWhole() {
    var configuration =
        good(Map.of(), Map.of(URL, "postgres://a%40b:p%2F+w@[::1]:6000/n%20m?sslmode=verify-full"));
    DatabaseUrl url = assertInstanceOf(Storage.External.class, configuration.storage()).url();
    assertEquals(new DatabaseUrl("::1", 6000, "n m", "a@b", "p/+w", "verify-full"), url);
    assertFalse(configuration.toString().contains("p/+w"), "a password is never printed");
  }

  @Test
  void thePasswordMayComeFromAFileOrItsOwnVariable() {
    var fromFile =
        good(
            Map.of(),
            Map.of(
                URL, "postgresql://t@h/n", "BELEIDSTAFEL_DATABASE_PASSWORD_FILE", "/run/secret"));
    assertEquals("s3cret", ((Storage.External) fromFile.storage()).url().password());
    var own =
        good(Map.of(), Map.of(URL, "postgresql://t:x@h/n", "BELEIDSTAFEL_DATABASE_PASSWORD", "y"));
    assertEquals("y", ((Storage.External) own.storage()).url().password());
    assertNull(
        ((Storage.External) good(Map.of(), Map.of(URL, "postgresql://h")).storage())
            .url()
            .password());
  }

  @Test
  void anUnknownKeyNamesTheNearest() {
    says(
        "config/application.yaml has \"databse\", which is no setting;"
            + " did you mean \"database\"?",
        Map.of("databse", "x"),
        Map.of());
  }

  @Test
  void anUnknownKeyBelowIsSeen() {
    says(
        "config/application.yaml has \"database.conections\", which is no setting;"
            + " did you mean \"database.connections\"?",
        Map.of("database", Map.of("conections", 3)),
        Map.of());
    says(
        "config/application.yaml has \"weather\", which is no setting: remove it,"
            + " config/application.yaml explains all there are.",
        Map.of("weather", 3),
        Map.of());
  }

  @Test
  void anUnknownVariableNamesTheNearest() {
    says(
        "The environment variable BELEIDSTAFEL_DATBASE_URL is no setting;"
            + " did you mean BELEIDSTAFEL_DATABASE_URL?",
        Map.of(),
        Map.of("BELEIDSTAFEL_DATBASE_URL", "postgresql://h"));
  }

  @Test
  void aWrongTypeIsNamed() {
    says(
        "\"port\" in config/application.yaml must be a whole number from 0 to 65535,"
            + " not \"many\".",
        Map.of("port", "many"),
        Map.of());
    says(
        "\"host\" in config/application.yaml must be a text, not \"7\".",
        Map.of("host", 7),
        Map.of());
    says(
        "BELEIDSTAFEL_DEMONSTRATION must be auto, true or false, not \"maybe\".",
        Map.of(),
        Map.of("BELEIDSTAFEL_DEMONSTRATION", "maybe"));
    says(
        "\"behind-proxy\" in config/application.yaml must be true or false.",
        Map.of("behind-proxy", Map.of("a", 1)),
        Map.of());
  }

  @Test
  void aNumberOutOfRangeIsNamed() {
    says(
        "PORT must be a whole number from 0 to 65535, not \"70000\".",
        Map.of(),
        Map.of("PORT", "70000"));
    says(
        "\"database.connections\" in config/application.yaml must be a whole number from 2 to 200,"
            + " not \"1\".",
        Map.of("database", Map.of("connections", 1)),
        Map.of());
  }

  @Test
  void aSecretIsNotRepeated() {
    List<String> sentences =
        bad(Map.of(), Map.of(URL, "mysql://root:hunter2@db/x", "BELEIDSTAFEL_PORT", "1"));
    assertEquals(List.of("BELEIDSTAFEL_DATABASE_URL must begin with postgresql://."), sentences);
    says(
        "\"database.password\" in config/application.yaml must be a text.",
        Map.of("database", Map.of("password", 1234)),
        Map.of());
  }

  @Test
  void aDatabaseUrlSaysWhatIsWrongWithIt() {
    says(
        "BELEIDSTAFEL_DATABASE_URL names no host: write postgresql://user@host:5432/name.",
        Map.of(),
        Map.of(URL, "postgresql:///x"));
    says(
        "BELEIDSTAFEL_DATABASE_URL may only end in ?sslmode=disable, prefer, require or"
            + " verify-full.",
        Map.of(),
        Map.of(URL, "postgresql://h/x?ssl=true"));
    says(
        "BELEIDSTAFEL_DATABASE_URL is no URL: write postgresql://user@host:5432/name, special"
            + " characters as %40 and so on.",
        Map.of(), Map.of(URL, "postgresql://u:p w@h/x"));
  }

  @Test
  void aPasswordFileMustBeReadable() {
    says(
        "BELEIDSTAFEL_DATABASE_PASSWORD_FILE names /absent, which cannot be read: correct the path"
            + " or its rights.",
        Map.of(),
        Map.of(URL, "postgresql://h", "BELEIDSTAFEL_DATABASE_PASSWORD_FILE", "/absent"));
  }

  @Test
  void theDemonstrationStaysOnThisMachine() {
    String sentence =
        "The demonstration has passwords that everybody knows, so it runs on this machine alone:"
            + " set BELEIDSTAFEL_DEMONSTRATION=false to serve others, or leave out"
            + " BELEIDSTAFEL_HOST, BELEIDSTAFEL_PUBLIC_URL and BELEIDSTAFEL_BEHIND_PROXY.";
    says(sentence, Map.of("host", "192.168.1.4"), Map.of());
    says(sentence, Map.of("public-url", "https://beleid.example.nl"), Map.of());
    says(sentence, Map.of("behind-proxy", true), Map.of());
    var off = Map.of("BELEIDSTAFEL_DEMONSTRATION", "false");
    assertFalse(good(Map.of("host", "192.168.1.4"), off).demonstration());
    assertTrue(
        good(Map.of("demonstration", true), Map.of(URL, "postgresql://h")).demonstration(),
        "on purpose it may use an external database");
  }

  @Test
  void aServerOnEveryAddressMustKnowItsName() {
    says(
        "With host 0.0.0.0 the server cannot know its own name: set public-url"
            + " (BELEIDSTAFEL_PUBLIC_URL), such as https://beleid.example.nl.",
        Map.of("host", "0.0.0.0", "demonstration", false),
        Map.of());
    assertEquals(
        URI.create("http://10.1.2.3:8080"),
        good(Map.of("host", "10.1.2.3", "demonstration", false), Map.of()).publicUrl());
  }

  @Test
  void aPublicUrlHasNoPath() {
    says(
        "\"public-url\" in config/application.yaml must be http:// or https:// with a host and no"
            + " path, such as https://beleid.example.nl, not \"beleid.example.nl/x\".",
        Map.of("public-url", "beleid.example.nl/x", "demonstration", false),
        Map.of());
  }

  @Test
  void everyMistakeIsSaidAtOnce() {
    assertEquals(2, bad(Map.of("port", "x", "hots", "y"), Map.of()).size());
  }
}
