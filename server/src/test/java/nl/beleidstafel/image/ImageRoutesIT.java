package nl.beleidstafel.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ImageRoutesIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final Actor WRITER = actor();
  private static final Actor READER = actor();
  private static final Actor STRANGER = actor();
  private static final Map<String, Actor> TOKENS =
      Map.of("writer", WRITER, "reader", READER, "stranger", STRANGER);
  private static final UUID DOCUMENT = UUID.randomUUID();

  @SuppressWarnings("NullAway.Init") // beforeAll
  private static HttpProbe probe;

  @BeforeAll
  static void start() {
    run("INSERT INTO document (id) VALUES ($1)", Tuple.of(DOCUMENT));
    grant(WRITER, Level.WRITE);
    grant(READER, Level.READ);
    probe =
        HttpProbe.start(
            DATABASE.vertx(),
            HttpProbe.settings(),
            () -> 0,
            new ImageSlice(DATABASE.vertx(), DATABASE.database(), UUID::randomUUID).routes(),
            token -> Future.succeededFuture(Optional.ofNullable(TOKENS.get(token))));
  }

  @AfterAll
  static void stop() {
    probe.close();
  }

  @Test
  void aWriterAddsAndAReaderSees() throws IOException {
    Reply added = add("writer", DOCUMENT.toString(), png());
    assertEquals(201, added.status(), added.body());
    String src = added.json().getString("src");
    assertEquals(src, added.header("Location"));
    Reply seen = probe.get(src, "Authorization", "Bearer reader");
    assertEquals(200, seen.status());
    assertEquals("image/png", seen.header("Content-Type"));
    assertEquals("nosniff", seen.header("X-Content-Type-Options"));
  }

  @Test
  void whoMayNotIsRefused() throws IOException {
    assertEquals(403, add("reader", DOCUMENT.toString(), png()).status());
    assertEquals(404, add("stranger", DOCUMENT.toString(), png()).status());
    assertEquals(401, add("nobody", DOCUMENT.toString(), png()).status());
    String src = add("writer", DOCUMENT.toString(), png()).json().getString("src");
    assertEquals(404, probe.get(src, "Authorization", "Bearer stranger").status());
    assertEquals(401, probe.get(src).status());
  }

  @Test
  void anotherDocumentLooksLikeNone() throws IOException {
    UUID hidden = UUID.randomUUID();
    run("INSERT INTO document (id) VALUES ($1)", Tuple.of(hidden));
    String absent = add("writer", UUID.randomUUID().toString(), png()).body();
    assertEquals(absent, add("writer", hidden.toString(), png()).body());
    assertEquals(absent, add("writer", "not-an-id", png()).body());
  }

  @Test
  void whatIsNoPictureIsExplained() {
    Reply fake =
        add(
            "writer",
            DOCUMENT.toString(),
            "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(422, fake.status());
    assertTrue(fake.body().contains("PNG"), fake.body());
    Reply script =
        probe.send(
            "POST",
            "/v1/documents/" + DOCUMENT + "/images",
            "<svg/>",
            "Authorization",
            "Bearer writer",
            "Content-Type",
            "image/svg+xml");
    assertEquals(415, script.status());
    Reply large =
        add("writer", DOCUMENT.toString(), new byte[Limits.IMAGE_FILE_SIZE_MAX_BYTES + 1]);
    assertEquals(413, large.status());
  }

  private static Reply add(String token, String document, byte[] file) {
    return probe.send(
        "POST",
        "/v1/documents/" + document + "/images",
        file,
        "Authorization",
        "Bearer " + token,
        "Content-Type",
        "image/png");
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static void grant(Actor actor, Level level) {
    run(
        "INSERT INTO document_access (document, partner, level) VALUES ($1, $2, $3)",
        Tuple.of(DOCUMENT, actor.partner().value(), (short) level.code()));
  }

  private static void run(String sql, Tuple values) {
    HttpProbe.wait(DATABASE.database().query(sql, values));
  }

  private static Actor actor() {
    return new Actor(
        new MunicipalityId(UUID.randomUUID()),
        new PartnerId(UUID.randomUUID()),
        new MemberId(UUID.randomUUID()),
        "Iemand",
        "Een organisatie",
        "EO",
        1,
        false);
  }
}
