package nl.beleidstafel.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A small town at work: a full session on one section, small groups on others, in both dialects,
/// and pages that are opened meanwhile. One thread.
final class Town implements AutoCloseable {
  private static final int GROUPS = 24;
  private static final int GROUP_SIZE = 4;
  private static final int CROWD_SIZE = 40;
  private static final int KEYS = 14_000;
  private static final int KEYS_PER_SECOND = 900;
  private static final int PRESENCE_EVERY = 20;
  private static final int PAGE_EVERY = 200;

  private static final int LEAVE_MAX_S = 120;

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern DOCUMENT = Pattern.compile("\"documentId\":\"([0-9a-f-]{36})\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;
  private String token = "";

  Town(int port) {
    server = "localhost:" + port;
  }

  /// Waits until the server answers.
  void awaitReady(int maxSeconds, BooleanSupplier alive) throws IOException, InterruptedException {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(maxSeconds);
    while (true) {
      try {
        if (send(request("/health/ready").GET()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        if (!alive.getAsBoolean() || System.nanoTime() > untilNs) {
          throw new IOException("the server does not start", notYet);
        }
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  void work() throws IOException, InterruptedException {
    token =
        found(
            TOKEN,
            send(
                request("/v1/session")
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            """
                            {"email": "regie@demo.test", "password": "demo-demo-demo"}\
                            """))));
    String plan = found(ID, send(request("/v1/plans").GET()));
    List<String> documents = documents(send(request("/v1/plans/" + plan).GET()));
    List<Typist> typists = new ArrayList<>();
    for (int i = 0; i < CROWD_SIZE; i++) {
      typists.add(typist(documents.getFirst(), i % 8 == 0, i));
    }
    for (int group = 1; group <= GROUPS; group++) {
      for (int i = 0; i < GROUP_SIZE; i++) {
        typists.add(typist(documents.get(group % documents.size()), i == 0, typists.size()));
      }
    }
    type(typists, List.of("/", "/v1/plans/" + plan, "/v1/session", "/metrics"));
    leave(typists);
  }

  /// A machine that is busy otherwise is given time to take all that was typed.
  private static void leave(List<Typist> typists) throws IOException, InterruptedException {
    try {
      CompletableFuture.allOf(typists.stream().map(Typist::leave).toArray(CompletableFuture[]::new))
          .get(LEAVE_MAX_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException("not everybody could finish their sentence", failure);
    }
  }

  private Typist typist(String document, boolean plain, int number) {
    return Typist.join(client, server, document, token, plain, number);
  }

  private void type(List<Typist> typists, List<String> pages)
      throws IOException, InterruptedException {
    long beganNs = System.nanoTime();
    for (int key = 0; key < KEYS; key++) {
      long dueNs = beganNs + key * (TimeUnit.SECONDS.toNanos(1) / KEYS_PER_SECOND);
      LockSupport.parkNanos(dueNs - System.nanoTime());
      Typist typist = typists.get((int) ((key * 7919L) % typists.size()));
      typist.type();
      if (key % PRESENCE_EVERY == 0) {
        typist.show();
      }
      if (key % PAGE_EVERY == 0) {
        send(request(pages.get(key / PAGE_EVERY % pages.size())).GET());
      }
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://" + server + path));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String found(Pattern pattern, HttpResponse<String> answer) throws IOException {
    Matcher matcher = pattern.matcher(answer.body());
    if (answer.statusCode() >= 300 || !matcher.find()) {
      throw new IOException(answer.uri() + " answered " + answer.statusCode());
    }
    return matcher.group(1);
  }

  private static List<String> documents(HttpResponse<String> plan) throws IOException {
    List<String> documents =
        DOCUMENT.matcher(plan.body()).results().map(match -> match.group(1)).toList();
    if (documents.isEmpty()) {
      throw new IOException(plan.uri() + " has no documents");
    }
    return documents;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
