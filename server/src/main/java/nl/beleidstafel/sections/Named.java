package nl.beleidstafel.sections;

import io.vertx.core.json.JsonObject;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;

/// A member with the name and mark that others see.
///
/// @param name empty for who left and was erased
/// @param badge two letters that stand for the partner
/// @param colour 0 to 15, an index into the theme
public record Named(
    MemberId member, String name, PartnerId partner, String partnerName, String badge, int colour) {
  /// As the API shows people.
  public JsonObject json() {
    return new JsonObject()
        .put("id", member.toString())
        .put("name", name)
        .put(
            "partner",
            new JsonObject()
                .put("id", partner.toString())
                .put("name", partnerName)
                .put("badge", badge)
                .put("colour", colour));
  }
}
