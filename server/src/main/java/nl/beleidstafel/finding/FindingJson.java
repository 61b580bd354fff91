package nl.beleidstafel.finding;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Note;
import org.jspecify.annotations.Nullable;

/// Findings, notes, codes and evidence as the API shows them.
final class FindingJson {
  private FindingJson() {}

  /// @param readable ids of notes that the reader may see: no other is named
  static JsonObject finding(Finding finding, Support support, Set<UUID> readable) {
    JsonObject json =
        new JsonObject()
            .put("id", finding.id().toString())
            .put("version", finding.version())
            .put("text", finding.text())
            .put("theme", text(finding.theme()))
            .put("at", finding.atMs())
            .put(
                "noteIds",
                list(
                    finding.notes().stream().filter(readable::contains).sorted().toList(),
                    UUID::toString));
    support.into(json);
    return json;
  }

  static JsonObject theme(Theme theme) {
    return new JsonObject()
        .put("id", theme.id().toString())
        .put("version", theme.version())
        .put("title", theme.title())
        .put("description", theme.description());
  }

  static JsonObject code(Code code, long notes) {
    return new JsonObject()
        .put("id", code.id().toString())
        .put("version", code.version())
        .put("parent", text(code.parent()))
        .put("name", code.name())
        .put("description", code.description())
        .put("notes", notes);
  }

  /// For who may open its interview.
  static JsonObject note(Note note) {
    return new JsonObject()
        .put("id", note.id().toString())
        .put("interview", note.interview().toString())
        .put("question", note.question())
        .put("kind", word(note.kind()))
        .put("confidentiality", word(note.confidentiality()))
        .put("marks", list(note.marks(), FindingJson::word))
        .put("text", note.text());
  }

  static JsonObject interview(Interviews.Header header) {
    return new JsonObject()
        .put("id", header.interview().toString())
        .put("organisation", header.organisation())
        .put("partnerKind", header.partnerKind());
  }

  static JsonObject summary(Evidences.Summary summary) {
    Evidence evidence = summary.evidence();
    JsonObject json =
        new JsonObject()
            .put("id", evidence.id().toString())
            .put("section", evidence.section().toString())
            .put("of", evidence.finding() == null ? "theme" : "finding");
    summary.support().into(json);
    return json;
  }

  static JsonObject detail(Evidences.Detail detail) {
    Theme theme = detail.theme();
    return summary(detail.summary())
        .put("depth", word(detail.depth()))
        .put("theme", theme == null ? null : theme(theme))
        .put(
            "findings",
            list(
                detail.findings(),
                each -> new JsonObject().put("id", each.id().toString()).put("text", each.text())))
        .put(
            "open",
            list(
                detail.seen().open(),
                note ->
                    new JsonObject()
                        .put("kind", word(note.kind()))
                        .put("partnerKind", partnerKind(detail, note))
                        .put("text", note.text())))
        .put("own", list(detail.seen().own(), note -> own(detail, note)));
  }

  private static JsonObject own(Evidences.Detail detail, Note note) {
    Interviews.Header header = detail.ground().interviews().get(note.interview());
    return note(note)
        .put("organisation", header == null ? "" : header.organisation())
        .put("partnerKind", partnerKind(detail, note));
  }

  private static String partnerKind(Evidences.Detail detail, Note note) {
    Interviews.Header header = detail.ground().interviews().get(note.interview());
    return header == null ? "" : header.partnerKind();
  }

  static JsonObject report(Evidences.Report report) {
    JsonArray sections = new JsonArray();
    report.sections().forEach((place, cited) -> sections.add(section(place, cited)));
    return new JsonObject()
        .put("sections", sections)
        .put(
            "unusedNotes",
            list(report.unusedNotes().stream().map(Note::id).toList(), UUID::toString))
        .put(
            "unusedFindings",
            list(report.unusedFindings().stream().map(Finding::id).toList(), UUID::toString));
  }

  private static JsonObject section(Place place, List<Evidences.Cited> cited) {
    return new JsonObject()
        .put("id", place.section().toString())
        .put("key", place.key())
        .put("number", place.number())
        .put("title", place.title())
        .put("expected", EvidenceRules.isExpected(place.key()))
        .put(
            "claims",
            list(
                cited,
                each ->
                    new JsonObject()
                        .put("words", excerpt(each.claim().words()))
                        .put("evidence", each.summary() == null ? null : summary(each.summary()))));
  }

  private static String excerpt(String words) {
    int max = Limits.CLAIM_EXCERPT_MAX;
    return words.codePointCount(0, words.length()) <= max
        ? words
        : words.substring(0, words.offsetByCodePoints(0, max - 1)) + "…";
  }

  static <T> JsonArray list(Collection<T> items, Function<T, Object> written) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(written.apply(item)));
    return array;
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
