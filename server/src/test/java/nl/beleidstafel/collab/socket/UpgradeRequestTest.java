package nl.beleidstafel.collab.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import java.util.Optional;
import nl.beleidstafel.base.Limits;
import org.junit.jupiter.api.Test;

final class UpgradeRequestTest {
  @Test
  void twoPathsAreOurs_P27() {
    assertEquals(Optional.of(new UpgradeRequest.Hocuspocus()), UpgradeRequest.of("/collab?x=1"));
    assertEquals(
        Optional.of(new UpgradeRequest.YWebsocket("7a3c", "a b+c")),
        UpgradeRequest.of("/yws/7a3c?token=a%20b%2Bc"));
    assertEquals(Optional.empty(), UpgradeRequest.of("/collab/x"));
    assertEquals(Optional.empty(), UpgradeRequest.of("/"));
  }

  @Test
  void whatIsNoTokenIsNone_P27() {
    var none = Optional.of(new UpgradeRequest.YWebsocket("d", ""));
    assertEquals(none, UpgradeRequest.of("/yws/d"));
    assertEquals(none, UpgradeRequest.of("/yws/d?token=%ZZ"));
    assertEquals(none, UpgradeRequest.of("/yws/d?token=a&token=b"));
    assertEquals(
        none, UpgradeRequest.of("/yws/d?token=" + "t".repeat(Limits.TOKEN_SIZE_MAX_BYTES + 1)));
  }

  @Test
  void aCookieCountsOnlyFromABrowserAndOnce_P16() {
    var headers = MultiMap.caseInsensitiveMultiMap();
    headers.add("Cookie", "a=1; session=geheim; b=2");
    assertEquals("", UpgradeRequest.cookieToken(headers, "session"));
    headers.add("Origin", "https://tafel.example.nl");
    assertEquals("geheim", UpgradeRequest.cookieToken(headers, "session"));
    assertEquals("", UpgradeRequest.cookieToken(headers, "sess"));
    headers.add("Cookie", "session=other");
    assertEquals("", UpgradeRequest.cookieToken(headers, "session"));
  }
}
