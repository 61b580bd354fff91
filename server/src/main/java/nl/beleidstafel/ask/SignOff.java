package nl.beleidstafel.ask;

import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// An organisation agreed to one text of a section.
///
/// @param seq of the document, at which it was so
/// @param sha256 of the canonical JSON of the section's tree at that seq
/// @param version the number of the version that was named there; null where none was
/// @param replacedAtMs when a later one took its place; null for never
/// @param withdrawal null while it stands
record SignOff(
    UUID id,
    SectionId section,
    PartnerId partner,
    MemberId by,
    long atMs,
    long seq,
    Bytes sha256,
    @Nullable Integer version,
    @Nullable Long replacedAtMs,
    @Nullable Withdrawal withdrawal) {
  record Withdrawal(MemberId by, long atMs, String reason) {}

  /// Whether it is the one that counts for its partner.
  boolean stands() {
    return replacedAtMs == null && withdrawal == null;
  }
}
