package nl.beleidstafel.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.beleidstafel.testkit.FakeClock;
import nl.beleidstafel.testkit.HttpProbe;

/// An identity provider that keeps to the profile, but for the lie that a test tells it to tell.
@SuppressWarnings("JavaUtilDate") // the library speaks it
final class FakeProvider implements AutoCloseable {
  final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final FakeClock clock;
  private final RSAKey key;
  private final RSAKey foreign;

  /// What it says of itself.
  UnaryOperator<JsonObject> discovery = json -> json;

  /// What it says of the person.
  Consumer<JWTClaimsSet.Builder> claims = _ -> {};

  /// How it signs that.
  String signing = "RS256";

  UnaryOperator<JsonObject> userInfo = json -> json;
  UnaryOperator<JsonObject> tokens = json -> json;
  String subject = "sub-1";
  String email = "school@demo.test";
  String acr = "substantial";
  JsonObject clientKeys = new JsonObject();
  String assertionProblem = "";
  private Map<String, String> request = Map.of();

  FakeProvider(Vertx vertx, FakeClock clock) throws JOSEException {
    this.clock = clock;
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    foreign = new RSAKeyGenerator(2048).keyID("one").generate();
    server =
        HttpProbe.wait(
            vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
  }

  String host() {
    return "localhost:" + server.actualPort();
  }

  String issuer() {
    return "http://" + host();
  }

  @Override
  public void close() {
    HttpProbe.wait(server.close());
  }

  /// As a browser that follows the location: the query of the way back.
  String visit(String location) {
    request = decoded(URI.create(location).getRawQuery());
    return "code=abc&state=" + request.get("state") + "&iss=" + issuer();
  }

  Map<String, String> request() {
    return request;
  }

  private void answer(HttpServerRequest call) {
    asked.add(call.path());
    switch (call.path()) {
      case "/.well-known/openid-configuration" -> send(call, discovery.apply(description()));
      case "/keys" ->
          call.response()
              .putHeader("Content-Type", "application/json")
              .end(new JWKSet(key.toPublicJWK()).toString());
      case "/token" -> call.body().onSuccess(body -> token(call, body.toString()));
      case "/me" ->
          send(
              call,
              userInfo.apply(
                  new JsonObject()
                      .put("sub", subject)
                      .put("email", email)
                      .put("email_verified", true)));
      default -> call.response().setStatusCode(404).end();
    }
  }

  private JsonObject description() {
    return new JsonObject()
        .put("issuer", issuer())
        .put("authorization_endpoint", issuer() + "/auth")
        .put("token_endpoint", issuer() + "/token")
        .put("jwks_uri", issuer() + "/keys")
        .put("userinfo_endpoint", issuer() + "/me")
        .put("response_types_supported", new JsonArray().add("code"))
        .put("code_challenge_methods_supported", new JsonArray().add("S256"))
        .put("token_endpoint_auth_methods_supported", new JsonArray().add("private_key_jwt"))
        .put("authorization_response_iss_parameter_supported", true);
  }

  private void token(HttpServerRequest call, String body) {
    Map<String, String> form = decoded(body);
    String problem = problem(form);
    if (!problem.isEmpty()) {
      assertionProblem = problem;
      call.response().setStatusCode(400).end("{\"error\":\"invalid_client\"}");
      return;
    }
    send(
        call,
        tokens.apply(
            new JsonObject()
                .put("access_token", "at")
                .put("token_type", "Bearer")
                .put("id_token", idToken())));
  }

  /// What a strict provider would refuse in our own request.
  private String problem(Map<String, String> form) {
    try {
      SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
      RSAKey ours = (RSAKey) JWKSet.parse(clientKeys.encode()).getKeys().getFirst();
      JWTClaimsSet said = assertion.getJWTClaimsSet();
      boolean good =
          assertion.verify(new RSASSAVerifier(ours))
              && "client-1".equals(said.getIssuer())
              && "client-1".equals(said.getSubject())
              && List.of(issuer()).equals(said.getAudience())
              && said.getJWTID().length() > 20
              && said.getExpirationTime().getTime() <= clock.nowMs() + 60_000;
      boolean pkce = request.get("code_challenge").equals(s256(form.get("code_verifier")));
      return good && pkce ? "" : "assertion " + good + ", PKCE " + pkce;
    } catch (ParseException | JOSEException e) {
      return e.toString();
    }
  }

  private static String s256(String verifier) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Secrets.hash(verifier).toArray());
  }

  private String idToken() {
    JWTClaimsSet.Builder said =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(subject)
            .audience("client-1")
            .issueTime(new Date(clock.nowMs()))
            .expirationTime(new Date(clock.nowMs() + 300_000))
            .claim("nonce", request.get("nonce"))
            .claim("acr", acr);
    claims.accept(said);
    try {
      return switch (signing) {
        case "none" -> new PlainJWT(said.build()).serialize();
        // The old trick: the public key, which everybody has, as a shared secret.
        case "HS256" ->
            signed(JWSAlgorithm.HS256, said, new MACSigner(key.toPublicJWK().toString()));
        case "foreign" -> signed(JWSAlgorithm.RS256, said, new RSASSASigner(foreign));
        default -> signed(JWSAlgorithm.parse(signing), said, new RSASSASigner(key));
      };
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWSAlgorithm algorithm, JWTClaimsSet.Builder said, JWSSigner signer)
      throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(algorithm).keyID("one").build();
    SignedJWT jwt = new SignedJWT(header, said.build());
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static void send(HttpServerRequest call, JsonObject json) {
    call.response().putHeader("Content-Type", "application/json").end(json.toBuffer());
  }

  private static Map<String, String> decoded(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String each : form.split("&")) {
      String[] parts = each.split("=", 2);
      String value = parts.length > 1 ? parts[1] : "";
      fields.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return fields;
  }
}
