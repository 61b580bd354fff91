package nl.beleidstafel.audit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.beleidstafel.audit.AuditLog.Line;
import nl.beleidstafel.audit.AuditLog.Wish;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.CsvRules;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Language;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The audit log for who administers the municipality: to read, a page at a time, and to take along
/// as CSV, which is noted in it.
public final class AuditRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(AuditRoutes.class);
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z.-]{0,59}");
  private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");
  private static final int SWEEP_MAX = 10_000;

  /// What the ids of a municipality are called: people, organisations. Who was erased, and what is
  /// another municipality's, has no name.
  @FunctionalInterface
  public interface Names {
    Future<Map<UUID, String>> of(MunicipalityId municipality, Set<UUID> ids);
  }

  private final AuditLog log;
  private final Audit audit;
  private final Names names;

  public AuditRoutes(Database database, Audit audit, Names names) {
    log = new PgAuditLog(database);
    this.audit = audit;
    this.names = names;
  }

  /// Removes once a day what is older than the log is kept, as long as Vert.x runs.
  public void start(Vertx vertx) {
    vertx.setPeriodic(
        60_000,
        Limits.AUDIT_SWEEP_MS,
        _ ->
            log.sweep(SWEEP_MAX)
                .onFailure(failure ->
                    LOG.warn("The audit log could not be swept: {}", failure.getMessage())));
  }

  public Routes routes() {
    return new Routes()
        .get("/v1/audit-log", Guard.ADMINISTRATOR, this::page)
        .get("/v1/audit-log/export", Guard.ADMINISTRATOR, this::export)
        .describedIn("audit");
  }

  private Answer page(Call call) {
    MunicipalityId municipality = call.actor().municipality();
    long before = call.query("before").map(AuditRoutes::position).orElse(Long.MAX_VALUE);
    List<Line> lines =
        log.before(municipality, wish(call), before, Limits.AUDIT_PAGE_MAX + 1).await();
    boolean more = lines.size() > Limits.AUDIT_PAGE_MAX;
    List<Line> shown = more ? lines.subList(0, Limits.AUDIT_PAGE_MAX) : lines;
    Map<UUID, String> called = names.of(municipality, ids(shown)).await();
    JsonArray items = new JsonArray();
    shown.forEach(line -> items.add(json(line, called)));
    JsonObject page = new JsonObject().put("items", items);
    return Answer.ok(more ? page.put("next", Long.toString(shown.getLast().position())) : page);
  }

  private Answer export(Call call) {
    MunicipalityId municipality = call.actor().municipality();
    Wish wish = wish(call);
    Language language = call.language();
    StringBuilder csv = new StringBuilder(CsvRules.MARK).append(CsvRules.line(heads(language)));
    long before = Long.MAX_VALUE;
    int count = 0;
    while (count < Limits.AUDIT_EXPORT_MAX) {
      List<Line> lines = log.before(municipality, wish, before, 1000).await();
      if (lines.isEmpty()) {
        break;
      }
      Map<UUID, String> called = names.of(municipality, ids(lines)).await();
      lines.forEach(line -> csv.append(CsvRules.line(fields(line, called))));
      count += lines.size();
      before = lines.getLast().position();
    }
    audit
        .note(Deed.done(call.actor(), "audit.export", "municipality", municipality, call.address()))
        .await();
    return new Answer.Raw(
            200,
            "text/csv; charset=utf-8",
            Bytes.wrap(csv.toString().getBytes(StandardCharsets.UTF_8)),
            Map.of())
        .with("Content-Disposition", "attachment; filename=\"controlelog.csv\"");
  }

  private static Wish wish(Call call) {
    Optional<String> action = call.query("action").filter(each -> !each.isEmpty());
    if (action.isPresent() && !ACTION.matcher(action.get()).matches()) {
      throw refused("action", "Deze handeling bestaat niet.", "There is no such action.");
    }
    return new Wish(
        call.query("member").filter(each -> !each.isEmpty()).map(AuditRoutes::member),
        action,
        day(call, "from").map(AuditRoutes::startMs),
        day(call, "until").map(day -> startMs(day.plusDays(1))));
  }

  /// A day as people name it; days are Dutch ones.
  private static Optional<LocalDate> day(Call call, String name) {
    try {
      return call.query(name).filter(each -> !each.isEmpty()).map(LocalDate::parse);
    } catch (DateTimeParseException _) {
      throw refused(name, "Schrijf een datum als 2026-11-25.", "Write a date such as 2026-11-25.");
    }
  }

  private static long startMs(LocalDate day) {
    return day.atStartOfDay(DUTCH).toInstant().toEpochMilli();
  }

  private static MemberId member(String text) {
    try {
      return MemberId.parse(text);
    } catch (IllegalArgumentException _) {
      throw refused("member", "Deze persoon bestaat niet.", "There is no such person.");
    }
  }

  private static long position(String text) {
    if (text.matches("\\d{1,18}")) {
      return Long.parseLong(text);
    }
    throw refused("before", "Deze bladzijde bestaat niet.", "There is no such page.");
  }

  private static RefusedException refused(String field, String dutch, String english) {
    return new RefusedException(Problem.field(field, new Text(dutch, english)));
  }

  private static Set<UUID> ids(List<Line> lines) {
    Set<UUID> ids = new HashSet<>();
    for (Line line : lines) {
      line.actor().ifPresent(actor -> ids.add(actor.value()));
      id(line.object()).ifPresent(ids::add);
    }
    return ids;
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static JsonObject json(Line line, Map<UUID, String> called) {
    JsonObject json =
        new JsonObject()
            .put("at", Instant.ofEpochMilli(line.atMs()).toString())
            .put("action", line.action())
            .put("objectKind", line.objectKind())
            .put("object", line.object())
            .put("result", line.done() ? "done" : "refused")
            .put("origin", line.origin());
    line.actor()
        .ifPresent(actor ->
            json.put(
                "actor",
                new JsonObject()
                    .put("id", actor.toString())
                    .put("name", called.get(actor.value()))));
    id(line.object()).map(called::get).ifPresent(name -> json.put("objectName", name));
    return json;
  }

  private static List<String> heads(Language language) {
    return language == Language.EN
        ? List.of("Time", "Person", "Name", "Action", "Object kind", "Object", "Result", "Origin")
        : List.of(
            "Tijd", "Persoon", "Naam", "Handeling", "Soort", "Object", "Resultaat", "Herkomst");
  }

  private static List<String> fields(Line line, Map<UUID, String> called) {
    List<String> fields = new ArrayList<>();
    fields.add(Instant.ofEpochMilli(line.atMs()).toString());
    fields.add(line.actor().map(MemberId::toString).orElse(""));
    fields.add(line.actor().map(actor -> called.getOrDefault(actor.value(), "")).orElse(""));
    fields.add(line.action());
    fields.add(line.objectKind());
    fields.add(line.object());
    fields.add(line.done() ? "done" : "refused");
    fields.add(line.origin());
    return fields;
  }
}
