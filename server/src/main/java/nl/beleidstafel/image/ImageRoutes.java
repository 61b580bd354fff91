package nl.beleidstafel.image;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.BodyKind;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;

/// Adding a picture to a section, and showing one.
final class ImageRoutes {
  private static final BodyKind FILE =
      new BodyKind(Set.of("image/png", "image/jpeg"), Limits.IMAGE_FILE_SIZE_MAX_BYTES);

  private final ImageStore store;
  private final WorkerExecutor workers;
  private final Supplier<UUID> ids;
  private final AtomicInteger waiting = new AtomicInteger();

  ImageRoutes(ImageStore store, WorkerExecutor workers, Supplier<UUID> ids) {
    this.store = store;
    this.workers = workers;
    this.ids = ids;
  }

  Routes routes() {
    return new Routes()
        .upload("/v1/documents/{id}/images", Guard.MEMBER, FILE, this::add)
        .get("/v1/images/{id}", Guard.MEMBER, this::show);
  }

  private Answer add(Call call) {
    DocumentId document;
    try {
      document = DocumentId.parse(call.path("id"));
    } catch (IllegalArgumentException _) {
      return Problem.notFound();
    }
    if (waiting.get() >= Limits.IMAGES_WAITING_MAX) {
      return Problem.busy(2);
    }
    return switch (clean(call.body()).await()) {
      case Pictures.Cleaned.Faulty(var fault) -> refused(fault);
      case Pictures.Cleaned.Ready(var picture) -> store(call, document, picture);
    };
  }

  private Future<Pictures.Cleaned> clean(Bytes file) {
    waiting.incrementAndGet();
    return workers
        .executeBlocking(() -> Pictures.clean(file))
        .onComplete(_ -> waiting.decrementAndGet());
  }

  private Answer store(Call call, DocumentId document, Picture picture) {
    UUID id = ids.get();
    return switch (store.add(call.actor(), document, id, picture).await()) {
      case STORED ->
          Answer.created(
              "/v1/images/" + id,
              new JsonObject()
                  .put("id", id.toString())
                  .put("src", "/v1/images/" + id)
                  .put("width", picture.width())
                  .put("height", picture.height()));
      case ABSENT -> Problem.notFound();
      case READ_ONLY ->
          new Problem(
              403,
              "read-only",
              new Text("U kunt hier niet schrijven", "You cannot write here"),
              new Text(
                  "Uw organisatie leest dit onderdeel. De gemeente kan dat veranderen.",
                  "Your organisation reads this section. The municipality can change that."));
      case FULL ->
          new Problem(
              409,
              "too-many-images",
              new Text("Te veel afbeeldingen", "Too many images"),
              new Text(
                  "Een onderdeel bevat hooguit " + Limits.IMAGES_OF_DOCUMENT_MAX + ".",
                  "A section holds at most " + Limits.IMAGES_OF_DOCUMENT_MAX + "."));
    };
  }

  private Answer show(Call call) {
    UUID id;
    try {
      id = DocumentId.parse(call.path("id")).value();
    } catch (IllegalArgumentException _) {
      return Problem.notFound();
    }
    return store
        .find(call.actor(), id)
        .await()
        .<Answer>map(picture ->
            new Answer.Raw(
                200,
                picture.mediaType(),
                picture.bytes(),
                // Rights may go, and then no copy may stay behind.
                Map.of("Cache-Control", "no-store")))
        .orElseGet(Problem::notFound);
  }

  private static Problem refused(PictureFault fault) {
    Text detail =
        switch (fault) {
          case NOT_A_PICTURE ->
              new Text(
                  "Dit is geen PNG of JPEG. Bewaar de afbeelding als PNG of JPEG.",
                  "This is no PNG or JPEG. Save the image as PNG or JPEG.");
          case DAMAGED ->
              new Text(
                  "Het bestand is beschadigd. Open het en bewaar het opnieuw.",
                  "The file is damaged. Open it and save it again.");
          case TOO_MANY_PIXELS ->
              new Text(
                  "De afbeelding heeft te veel pixels. Maak hem eerst kleiner.",
                  "The image has too many pixels. Make it smaller first.");
        };
    return new Problem(
        422,
        "image-not-taken",
        new Text("Deze afbeelding kan niet", "This image is not taken"),
        detail);
  }
}
