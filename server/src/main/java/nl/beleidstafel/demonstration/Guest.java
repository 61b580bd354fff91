package nl.beleidstafel.demonstration;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Somebody at the table, signed in. Waits; one thread.
final class Guest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client;
  private final String server;
  private final String name;
  private final String partner;
  private final String token;

  private Guest(HttpClient client, String server, String name, String partner, String token) {
    this.client = client;
    this.server = server;
    this.name = name;
    this.partner = partner;
    this.token = token;
  }

  /// Somebody who has not signed in.
  ///
  /// @param server host and port
  static Guest unknown(HttpClient client, String server) {
    return new Guest(client, server, "", "", "");
  }

  /// Signs in with one of the accounts that `GET /v1/product` shows.
  Guest signIn(JsonObject account) throws PlayException {
    String email = account.getString("email");
    JsonObject body =
        new JsonObject().put("email", email).put("password", account.getString("password"));
    String fresh = post("/v1/session", body).getString("token");
    String name = email.substring(0, email.indexOf('@'));
    return new Guest(client, server, name, account.getString("partner"), fresh);
  }

  /// The part of the address before the @.
  String name() {
    return name;
  }

  /// The name of their organisation.
  String partner() {
    return partner;
  }

  JsonObject get(String path) throws PlayException {
    return send("GET", path, new JsonObject());
  }

  JsonObject post(String path, JsonObject body) throws PlayException {
    return send("POST", path, body);
  }

  JsonObject put(String path, JsonObject body) throws PlayException {
    return send("PUT", path, body);
  }

  private JsonObject send(String method, String path, JsonObject body) throws PlayException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + server + path)).timeout(PATIENCE);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (method.equals("GET")) {
      request.GET();
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body.encode()));
    }
    HttpResponse<String> answer = send(request.build());
    if (answer.statusCode() >= 300) {
      throw new PlayException(
          "%s: %s %s was answered %d: %s"
              .formatted(name, method, path, answer.statusCode(), answer.body()));
    }
    try {
      return answer.body().isEmpty() ? new JsonObject() : new JsonObject(answer.body());
    } catch (DecodeException failure) {
      throw new PlayException(path + " gave something that is not JSON", failure);
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws PlayException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new PlayException(request.uri().getPath() + " did not answer", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PlayException("the server stops", stopped);
    }
  }

  /// Opens a text.
  Paper open(String document) throws PlayException {
    return Paper.open(client, server, document, token, PATIENCE);
  }
}
