package nl.beleidstafel.ask;

import java.util.List;
import java.util.Map;
import nl.beleidstafel.ask.Dispositions.Line;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.http.CsvRules;
import nl.beleidstafel.http.Language;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.Remark;
import org.jspecify.annotations.Nullable;

/// The table of dispositions as CSV.
record DispositionCsv(Language language, Map<MemberId, Named> named) {
  String of(List<Line> lines) {
    StringBuilder csv = new StringBuilder(CsvRules.line(heads()));
    lines.forEach(line -> csv.append(CsvRules.line(fields(line))));
    return csv.toString();
  }

  private List<String> heads() {
    return List.of(
        in("Paragraaf", "Section"),
        in("Titel", "Title"),
        in("Organisatie", "Organisation"),
        in("Persoon", "Person"),
        in("Datum", "Date"),
        in("Soort", "Kind"),
        in("Uitvraag", "Request"),
        in("Over deze woorden", "About these words"),
        in("Reactie", "What was said"),
        in("Wat ermee is gedaan", "What was done"),
        in("Waarom", "Why"),
        in("Door", "By"));
  }

  private List<String> fields(Line line) {
    Ask ask = line.ask();
    Disposition disposition = line.disposition();
    Remark own = line.own();
    return List.of(
        line.place().number(),
        line.place().title(),
        organisation(line.by()),
        name(line.by()),
        AskRules.dayOf(line.atMs()).toString(),
        said(line),
        ask == null ? "" : ask.title(),
        line.quote(),
        line.text(),
        disposition == null ? outcome(own) : outcome(disposition),
        disposition == null ? own == null ? "" : own.reason() : disposition.reason(),
        name(disposition == null ? own == null ? null : own.decidedBy() : disposition.by()));
  }

  private String said(Line line) {
    Verdict verdict = line.verdict();
    if (verdict != null) {
      return switch (verdict) {
        case AGREE -> in("eens", "agrees");
        case REMARKS -> in("eens met opmerkingen", "agrees with remarks");
        case OBJECTION -> in("bezwaar", "objects");
        case NOT_OURS -> in("niet van ons", "not ours");
      };
    }
    return line.kind() == Disposition.Kind.SUGGESTION
        ? in("voorstel", "suggestion")
        : in("opmerking", "comment");
  }

  private String outcome(Disposition disposition) {
    return switch (disposition.outcome()) {
      case ADOPTED -> in("overgenomen", "adopted");
      case PARTLY -> in("deels overgenomen", "partly adopted");
      case NOT_ADOPTED -> in("niet overgenomen", "not adopted");
      case NOTED -> in("ter kennisname", "noted");
    };
  }

  private String outcome(@Nullable Remark own) {
    if (own == null) {
      return "";
    }
    return switch (own.outcome()) {
      case OPEN -> "";
      case RESOLVED -> in("afgerond", "resolved");
      case ACCEPTED -> in("overgenomen in de tekst", "accepted into the text");
      case DECLINED -> in("afgewezen", "declined");
    };
  }

  private String organisation(MemberId member) {
    Named found = named.get(member);
    return found == null ? "" : found.partnerName();
  }

  private String name(@Nullable MemberId member) {
    Named found = member == null ? null : named.get(member);
    return found == null ? "" : found.name();
  }

  private String in(String dutch, String english) {
    return language == Language.EN ? english : dutch;
  }
}
