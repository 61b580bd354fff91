package nl.beleidstafel.partners;

import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;

/// Ids as they stand in addresses; what is none is absent.
final class PathIds {
  private PathIds() {}

  static PartnerId partner(String text) {
    return read(text, PartnerId::parse);
  }

  static MemberId member(String text) {
    return read(text, MemberId::parse);
  }

  static MunicipalityId municipality(String text) {
    return read(text, MunicipalityId::parse);
  }

  static UUID invitation(String text) {
    return member(text).value();
  }

  private static <T> T read(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException _) {
      throw Refusals.absent();
    }
  }
}
