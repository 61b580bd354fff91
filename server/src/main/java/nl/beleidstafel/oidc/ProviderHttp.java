package nl.beleidstafel.oidc;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Limits;

/// Asks providers, within bounds of size and time; follows no redirect. Any thread; nothing waits.
final class ProviderHttp {
  /// An answer, read whole.
  record Reply(int status, JsonObject json) {}

  private final HttpClient client;

  ProviderHttp(Vertx vertx) {
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) Limits.PROVIDER_ANSWER_MAX_MS)
                .setMaxHeaderSize(Limits.HTTP_HEADERS_SIZE_MAX_BYTES)
                .setDecompressionSupported(false),
            new PoolOptions().setHttp1MaxSize(8).setMaxWaitQueueSize(64));
  }

  Future<Reply> get(URI uri) {
    return send(HttpMethod.GET, uri, Map.of(), Buffer.buffer());
  }

  Future<Reply> get(URI uri, String bearer) {
    Map<String, String> headers = Map.of("Authorization", "Bearer " + bearer);
    return send(HttpMethod.GET, uri, headers, Buffer.buffer());
  }

  Future<Reply> post(URI uri, Map<String, String> form) {
    Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return send(HttpMethod.POST, uri, headers, Buffer.buffer(encoded(form)));
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Future<Reply> send(HttpMethod method, URI uri, Map<String, String> headers, Buffer body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(uri.toString())
            .setFollowRedirects(false)
            .setTimeout(Limits.PROVIDER_ANSWER_MAX_MS)
            .setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(headers))
            .putHeader("Accept", "application/json");
    return client
        .request(options)
        .compose(request -> request.send(body).compose(answer -> read(request, answer)))
        .timeout(Limits.PROVIDER_ANSWER_MAX_MS, TimeUnit.MILLISECONDS)
        .recover(failure ->
            Future.failedFuture(
                failure instanceof OidcException
                    ? failure
                    : new OidcException(
                        Fault.UNREACHABLE, "the provider did not answer", failure)));
  }

  private static Future<Reply> read(HttpClientRequest request, HttpClientResponse answer) {
    Buffer whole = Buffer.buffer();
    Promise<Reply> reply = Promise.promise();
    answer.handler(part -> {
      if (whole.length() + part.length() > Limits.PROVIDER_ANSWER_MAX_BYTES) {
        reply.tryFail("the answer is too long");
        request.reset();
      } else {
        whole.appendBuffer(part);
      }
    });
    answer
        .end()
        .onSuccess(_ -> reply.tryComplete(new Reply(answer.statusCode(), json(whole))))
        .onFailure(reply::tryFail);
    return reply.future();
  }

  /// Empty where it is none: what is missing is said by who looks for it.
  private static JsonObject json(Buffer body) {
    try {
      return body.length() == 0 ? new JsonObject() : new JsonObject(body);
    } catch (DecodeException | ClassCastException _) {
      return new JsonObject();
    }
  }
}
