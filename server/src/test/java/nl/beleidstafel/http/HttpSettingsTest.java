package nl.beleidstafel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What follows from the public URL.
final class HttpSettingsTest {
  @Test
  void underHttpsTheCookieIsBoundToTheHost() {
    SessionCookie cookie = new SessionCookie(settings("https://beleid.example.nl"));
    assertEquals("__Host-beleidstafel-session", cookie.name());
    assertEquals(
        "__Host-beleidstafel-session=t; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
        cookie.set("t", 60));
    assertEquals(
        "__Host-beleidstafel-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
        cookie.clear());
  }

  @Test
  void underHttpsBrowsersAreToldToStayThere() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    new SecurityHeaders(settings("https://beleid.example.nl")).add(headers);
    assertTrue(headers.get("Strict-Transport-Security").startsWith("max-age=31536000"));
    assertTrue(
        headers.get("Content-Security-Policy").contains("wss://beleid.example.nl;"),
        headers.get("Content-Security-Policy"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://beleid.example.nl,https://beleid.example.nl,true",
    "https://beleid.example.nl:443,https://beleid.example.nl,true",
    "https://Beleid.Example.nl,https://beleid.example.nl,true",
    "https://beleid.example.nl:8443,https://beleid.example.nl:8443,true",
    "https://beleid.example.nl:8443,https://beleid.example.nl,false",
    "https://beleid.example.nl,http://beleid.example.nl,false",
    "https://beleid.example.nl,https://127.0.0.1,false",
    "https://beleid.example.nl,https://evil.beleid.example.nl,false",
    "http://127.0.0.1:8080,http://localhost:8080,true",
    "http://localhost,http://[::1],true",
    "http://localhost:8080,http://localhost:8081,false",
    "http://localhost:8080,null,false"
  })
  void ownOriginsFollow(String publicUrl, String origin, boolean own) {
    assertEquals(own, settings(publicUrl).isOwnOrigin(origin));
  }

  @Test
  void noOriginIsNotOurs() {
    assertFalse(settings("http://localhost:8080").isOwnOrigin(null));
  }

  @Test
  void linksAreBuiltOnIt() {
    assertEquals(
        "https://beleid.example.nl/welkom#x",
        settings("https://beleid.example.nl/").link("/welkom#x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "x", "http:x", "/path"})
  void whatIsNoAddressIsRefused(String publicUrl) {
    assertThrows(IllegalArgumentException.class, () -> settings(publicUrl));
  }

  private static HttpSettings settings(String publicUrl) {
    return new HttpSettings("127.0.0.1", 0, URI.create(publicUrl), false);
  }
}
