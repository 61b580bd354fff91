package nl.beleidstafel.sections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.prose.CanonicalJson;
import nl.beleidstafel.prose.Node;
import org.jspecify.annotations.Nullable;

/// What a section said at one moment, so that it can be told later whether it still does.
///
/// @param seq up to where its document's log it goes
/// @param sha256 of the canonical JSON of its tree in UTF-8: equal trees have equal ones
/// @param version the number of the version that was named at this very seq; null where none was
public record Seal(SectionId section, long seq, Bytes sha256, @Nullable Integer version) {
  /// The hash of a tree.
  public static Bytes sha256(List<Node> tree) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Bytes.wrap(digest.digest(CanonicalJson.of(tree).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
