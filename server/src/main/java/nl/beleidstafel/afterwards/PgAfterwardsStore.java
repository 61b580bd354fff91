package nl.beleidstafel.afterwards;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// In PostgreSQL: tables of `V072__interview.sql`, of its notes, and of what comes afterwards.
record PgAfterwardsStore(Database database) implements AfterwardsStore {
  private static final String TALK =
      """
      SELECT i.id, i.plan, p.municipality, m.name, i.document, i.version, i.organisation,
        i.created_at, i.at, i.started_at, i.closed_at
      FROM interview i JOIN plan p ON p.id = i.plan JOIN municipality m ON m.id = p.municipality
      WHERE i.id = $1
      """;
  private static final String AUDIENCE =
      """
      SELECT c.member FROM core_team c JOIN interview i ON i.plan = c.plan WHERE i.id = $1
      UNION
      SELECT member FROM interview_member WHERE interview = $1
      """;
  private static final String PEOPLE =
      """
      SELECT m.id FROM interview_member i JOIN member m ON m.id = i.member
      WHERE i.interview = $1 AND m.removed_at IS NULL
      """;
  private static final String BASIS =
      "SELECT version, basis, shown, by_member, at FROM interview_basis WHERE interview = $1";
  private static final String KEEP_BASIS =
      """
      INSERT INTO interview_basis (interview, version, basis, shown, by_member, at)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (interview) DO UPDATE SET version = excluded.version, basis = excluded.basis,
        shown = excluded.shown, by_member = excluded.by_member, at = excluded.at
      """;
  private static final String SUMMARY =
      """
      SELECT version, paragraphs, by_member, at, sent_at, correct_until, answered_at, agrees,
        remark, corrections
      FROM interview_summary WHERE interview = $1
      """;
  private static final String KEEP_SUMMARY =
      """
      INSERT INTO interview_summary (interview, version, paragraphs, by_member, at, sent_at,
        correct_until, answered_at, agrees, remark, corrections)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (interview) DO UPDATE SET version = excluded.version,
        paragraphs = excluded.paragraphs, by_member = excluded.by_member, at = excluded.at,
        sent_at = excluded.sent_at, correct_until = excluded.correct_until,
        answered_at = excluded.answered_at, agrees = excluded.agrees, remark = excluded.remark,
        corrections = excluded.corrections
      """;
  private static final String KEEP_LINK =
      """
      INSERT INTO summary_link (interview, token, expires_at) VALUES ($1, $2, $3)
      ON CONFLICT (interview)
        DO UPDATE SET token = excluded.token, expires_at = excluded.expires_at
      """;
  private static final String GONE = "SELECT kept, at FROM interview_erased WHERE interview = $1";
  private static final String MARK_GONE =
      """
      INSERT INTO interview_erased (interview, kept, at) VALUES ($1, $2, $3)
      ON CONFLICT (interview, kept) DO NOTHING
      """;

  /// Not those to a colleague with the same address, but for what is about a talk.
  private static final String DROP_MAILS =
      """
      DELETE FROM mail l USING respondent r
      WHERE r.interview = $1 AND r.email <> '' AND l.recipient = r.email AND l.municipality = $2
        AND (l.body IS NULL OR l.body LIKE '%/samenvatting#%' OR NOT EXISTS (
          SELECT 1 FROM member m WHERE m.email = r.email AND m.municipality = $2))
      """;

  /// Mails that wait and say when and where it is.
  private static final String DROP_APPOINTMENTS =
      """
      DELETE FROM mail WHERE sent_at IS NULL
        AND (position($1 IN body) > 0 OR position($1 IN calendar) > 0)
      """;

  private static final String EMPTY =
      """
      UPDATE interview SET document = NULL, state = 'erased', erased_at = $2, function = '',
        place = '', version = version + 1
      WHERE id = $1
      """;

  @Override
  public Future<Optional<Talk>> find(MunicipalityId municipality, InterviewId interview) {
    return database
        .query(TALK + " AND p.municipality = $2", Tuple.of(interview.value(), municipality.value()))
        .map(rows -> first(rows, PgAfterwardsStore::talk));
  }

  @Override
  public Future<Talk> get(InterviewId interview) {
    return database
        .query(TALK, Tuple.of(interview.value()))
        .map(rows -> talk(rows.iterator().next()));
  }

  @Override
  public Future<Optional<Talk>> lock(Tx tx, InterviewId interview) {
    return tx.query(TALK + " FOR UPDATE OF i", id(interview))
        .map(rows -> first(rows, PgAfterwardsStore::talk));
  }

  @Override
  public Future<Optional<Talk>> lockIfFree(Tx tx, InterviewId interview) {
    return tx.query(TALK + " FOR UPDATE OF i SKIP LOCKED", id(interview))
        .map(rows -> first(rows, PgAfterwardsStore::talk));
  }

  @Override
  public Future<Boolean> exists(Tx tx, InterviewId interview) {
    return tx.query("SELECT 1 FROM interview WHERE id = $1", id(interview))
        .map(rows -> rows.size() > 0);
  }

  @Override
  public Future<Set<MemberId>> audience(Tx tx, InterviewId interview) {
    return tx.query(AUDIENCE, id(interview)).map(PgAfterwardsStore::members);
  }

  @Override
  public Future<Set<MemberId>> people(Tx tx, InterviewId interview) {
    return tx.query(PEOPLE, id(interview)).map(PgAfterwardsStore::members);
  }

  private static Set<MemberId> members(RowSet<Row> rows) {
    Set<MemberId> members = new HashSet<>();
    rows.forEach(row -> members.add(new MemberId(row.getUUID(0))));
    return members;
  }

  @Override
  public Future<Optional<Recorded>> basis(InterviewId interview) {
    return database
        .query(BASIS, id(interview))
        .map(rows -> first(rows, PgAfterwardsStore::recorded));
  }

  @Override
  public Future<Optional<Recorded>> basis(Tx tx, InterviewId interview) {
    return tx.query(BASIS, id(interview)).map(rows -> first(rows, PgAfterwardsStore::recorded));
  }

  @Override
  public Future<Void> keep(Tx tx, InterviewId interview, Recorded recorded) {
    return tx.query(
            KEEP_BASIS,
            Tuple.of(
                interview.value(),
                recorded.version(),
                recorded.basis(),
                recorded.shown(),
                recorded.by().value(),
                time(recorded.atMs())))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Summary>> summary(InterviewId interview) {
    return database
        .query(SUMMARY, id(interview))
        .map(rows -> first(rows, PgAfterwardsStore::summary));
  }

  @Override
  public Future<Optional<Summary>> summary(Tx tx, InterviewId interview) {
    return tx.query(SUMMARY, id(interview)).map(rows -> first(rows, PgAfterwardsStore::summary));
  }

  @Override
  public Future<Void> keep(Tx tx, InterviewId interview, Summary summary) {
    Summary.Reply answer = summary.answer();
    Tuple values =
        Tuple.tuple()
            .addUUID(interview.value())
            .addLong(summary.version())
            .addArrayOfString(summary.paragraphs().toArray(String[]::new))
            .addUUID(summary.by().value())
            .addOffsetDateTime(time(summary.atMs()))
            .addOffsetDateTime(timeOrNull(summary.sentAtMs()))
            .addOffsetDateTime(timeOrNull(summary.correctUntilMs()))
            .addOffsetDateTime(answer == null ? null : time(answer.atMs()))
            .addBoolean(answer == null ? null : answer.agrees())
            .addString(answer == null ? null : answer.remark())
            .addArrayOfString(answer == null ? null : answer.corrections().toArray(String[]::new));
    return tx.query(KEEP_SUMMARY, values).mapEmpty();
  }

  @Override
  public Future<Void> keep(Tx tx, Link link, Bytes hash) {
    return tx.query(
            KEEP_LINK,
            Tuple.of(
                link.interview().value(), Buffer.buffer(hash.toArray()), time(link.expiresAtMs())))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Link>> link(Bytes hash) {
    return database
        .query(
            "SELECT interview, expires_at FROM summary_link WHERE token = $1",
            Tuple.of(Buffer.buffer(hash.toArray())))
        .map(rows ->
            first(rows, row -> new Link(new InterviewId(row.getUUID(0)), ms(row, "expires_at"))));
  }

  @Override
  public Future<Void> dropLink(Tx tx, InterviewId interview) {
    return tx.query("DELETE FROM summary_link WHERE interview = $1", id(interview)).mapEmpty();
  }

  @Override
  public Future<Optional<String>> email(InterviewId interview) {
    return database
        .query("SELECT email FROM respondent WHERE interview = $1 AND email <> ''", id(interview))
        .map(rows -> first(rows, row -> row.getString(0)));
  }

  @Override
  public Future<String> planTitle(PlanId plan) {
    return database
        .query("SELECT title FROM plan WHERE id = $1", Tuple.of(plan.value()))
        .map(rows -> first(rows, row -> row.getString(0)).orElse(""));
  }

  @Override
  public Future<Map<Kept, Long>> gone(InterviewId interview) {
    return database.query(GONE, id(interview)).map(PgAfterwardsStore::gone);
  }

  @Override
  public Future<Map<Kept, Long>> gone(Tx tx, InterviewId interview) {
    return tx.query(GONE, id(interview)).map(PgAfterwardsStore::gone);
  }

  private static Map<Kept, Long> gone(RowSet<Row> rows) {
    Map<Kept, Long> gone = new EnumMap<>(Kept.class);
    rows.forEach(row ->
        gone.put(Kept.valueOf(row.getString("kept").toUpperCase(Locale.ROOT)), ms(row, "at")));
    return gone;
  }

  @Override
  public Future<Void> markGone(Tx tx, InterviewId interview, Kept kept, long nowMs) {
    return tx.query(MARK_GONE, Tuple.of(interview.value(), kept.word(), time(nowMs))).mapEmpty();
  }

  @Override
  public Future<Void> eraseName(Tx tx, Talk talk) {
    return tx.query(DROP_MAILS, Tuple.of(talk.id().value(), talk.municipality().value()))
        .compose(_ -> tx.query("DELETE FROM respondent WHERE interview = $1", id(talk.id())))
        .mapEmpty();
  }

  @Override
  public Future<Set<UUID>> eraseNotes(Tx tx, InterviewId interview, long nowMs) {
    Set<UUID> notes = new HashSet<>();
    return tx.query("DELETE FROM note WHERE interview = $1 RETURNING id", id(interview))
        .onSuccess(rows -> rows.forEach(row -> notes.add(row.getUUID(0))))
        .compose(
            _ -> tx.query("DELETE FROM note_gone WHERE interview = $1 RETURNING id", id(interview)))
        .onSuccess(rows -> rows.forEach(row -> notes.add(row.getUUID(0))))
        .compose(_ -> tx.query("DELETE FROM note_question WHERE interview = $1", id(interview)))
        .compose(_ -> tx.query("DELETE FROM note_read WHERE interview = $1", id(interview)))
        .compose(_ -> tx.query("DELETE FROM notice WHERE subject = $1", id(interview)))
        .compose(_ -> tx.query(DROP_APPOINTMENTS, Tuple.of(interview.toString())))
        .compose(_ -> tx.query(EMPTY, Tuple.of(interview.value(), time(nowMs))))
        .map(_ -> notes);
  }

  @Override
  public Future<Void> eraseSummary(Tx tx, InterviewId interview) {
    return tx.query("DELETE FROM interview_summary WHERE interview = $1", id(interview)).mapEmpty();
  }

  private static Talk talk(Row row) {
    UUID document = row.getUUID("document");
    return new Talk(
        new InterviewId(row.getUUID("id")),
        new PlanId(row.getUUID("plan")),
        new MunicipalityId(row.getUUID("municipality")),
        row.getString("name"),
        document == null ? null : new DocumentId(document),
        row.getLong("version"),
        row.getString("organisation"),
        ms(row, "created_at"),
        msOrNull(row, "at"),
        msOrNull(row, "started_at"),
        msOrNull(row, "closed_at"));
  }

  private static Recorded recorded(Row row) {
    return new Recorded(
        row.getLong("version"),
        row.getString("basis"),
        row.getString("shown"),
        new MemberId(row.getUUID("by_member")),
        ms(row, "at"));
  }

  private static Summary summary(Row row) {
    Long answered = msOrNull(row, "answered_at");
    return new Summary(
        row.getLong("version"),
        List.of(row.getArrayOfStrings("paragraphs")),
        new MemberId(row.getUUID("by_member")),
        ms(row, "at"),
        msOrNull(row, "sent_at"),
        msOrNull(row, "correct_until"),
        answered == null
            ? null
            : new Summary.Reply(
                answered,
                row.getBoolean("agrees"),
                row.getString("remark"),
                List.of(row.getArrayOfStrings("corrections"))));
  }

  private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(read);
  }

  private static Tuple id(InterviewId interview) {
    return Tuple.of(interview.value());
  }

  private static long ms(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant().toEpochMilli();
  }

  private static @Nullable Long msOrNull(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : Long.valueOf(at.toInstant().toEpochMilli());
  }

  private static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime timeOrNull(@Nullable Long ms) {
    return ms == null ? null : time(ms);
  }
}
