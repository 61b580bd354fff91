package nl.beleidstafel.image;

import io.vertx.core.Vertx;
import java.util.UUID;
import java.util.function.Supplier;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;

/// Pictures, wired.
public final class ImageSlice {
  private final Routes routes;

  /// @param ids random ids
  public ImageSlice(Vertx vertx, Database database, Supplier<UUID> ids) {
    var workers = vertx.createSharedWorkerExecutor("images", Limits.IMAGES_AT_ONCE);
    routes =
        new ImageRoutes(new PgImageStore(database), workers, ids).routes().describedIn("image");
  }

  public Routes routes() {
    return routes;
  }
}
