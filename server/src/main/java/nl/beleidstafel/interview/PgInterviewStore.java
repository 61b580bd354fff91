package nl.beleidstafel.interview;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.interview.Interview.Confidentiality;
import nl.beleidstafel.interview.Interview.Part;
import nl.beleidstafel.interview.Interview.Respondent;
import nl.beleidstafel.interview.Interview.State;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.TopicList;
import nl.beleidstafel.talks.TopicsJson;
import org.jspecify.annotations.Nullable;

/// The store in PostgreSQL: tables of `V072__interview.sql`.
record PgInterviewStore(Database database) implements InterviewStore {
  private static final String INTERVIEWS =
      """
      SELECT i.id, i.plan, i.document, i.version, i.organisation, i.partner, i.partner_kind,
        i.function, i.place, i.at, i.minutes, i.experiment, i.figures, i.confidentiality, i.list,
        i.list_version, i.topics->>'title' AS list_title, i.state, i.created_by, i.created_at,
        i.started_at, i.closed_at
      FROM interview i JOIN plan p ON p.id = i.plan
      """;
  private static final String OF_PLAN =
      INTERVIEWS
          + " WHERE p.municipality = $1 AND i.plan = $2"
          + " ORDER BY i.at NULLS LAST, i.created_at, i.id";
  private static final String UNTELL =
      """
      DELETE FROM notice n USING interview i
      WHERE n.plan = $1 AND i.plan = $1 AND n.subject = i.id
        AND NOT EXISTS (SELECT 1 FROM core_team c WHERE c.plan = $1 AND c.member = n.member)
        AND NOT EXISTS (
          SELECT 1 FROM interview_member m WHERE m.interview = i.id AND m.member = n.member)
      """;
  private static final String CORE =
      """
      SELECT c.member FROM core_team c JOIN member m ON m.id = c.member
        JOIN partner p ON p.id = m.partner
      WHERE c.plan = $1 AND m.removed_at IS NULL AND p.removed_at IS NULL
      """;
  private static final String INSERT =
      """
      INSERT INTO interview (id, plan, document, organisation, partner, partner_kind, function,
        place, at, minutes, experiment, figures, confidentiality, list, list_version, state,
        created_by, created_at, topics)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
      """;
  private static final String CHANGE =
      """
      UPDATE interview SET version = version + 1, organisation = $2, partner = $3,
        partner_kind = $4, function = $5, place = $6, at = $7, minutes = $8, experiment = $9,
        figures = $10, confidentiality = $11, list = $12, list_version = $13, state = $14,
        started_at = $15, closed_at = $16
      WHERE id = $1
      """;

  private interface Query extends BiFunction<String, Tuple, Future<RowSet<Row>>> {}

  @Override
  public Future<List<Interview>> of(MunicipalityId municipality, PlanId plan) {
    return interviews(database::query, OF_PLAN, Tuple.of(municipality.value(), plan.value()));
  }

  @Override
  public Future<List<Interview>> of(Tx tx, MunicipalityId municipality, PlanId plan) {
    return interviews(tx::query, OF_PLAN, Tuple.of(municipality.value(), plan.value()));
  }

  @Override
  public Future<Optional<Interview>> find(MunicipalityId municipality, InterviewId interview) {
    return interviews(
            database::query,
            INTERVIEWS + " WHERE p.municipality = $1 AND i.id = $2",
            Tuple.of(municipality.value(), interview.value()))
        .map(found -> found.stream().findFirst());
  }

  @Override
  public Future<Set<Interviews.Header>> headers(PlanId plan) {
    return database
        .query(
            "SELECT id, organisation, partner_kind FROM interview WHERE plan = $1",
            Tuple.of(plan.value()))
        .map(rows -> {
          Set<Interviews.Header> headers = new HashSet<>();
          for (Row row : rows) {
            headers.add(
                new Interviews.Header(
                    new InterviewId(row.getUUID("id")),
                    row.getString("organisation"),
                    row.getString("partner_kind")));
          }
          return headers;
        });
  }

  @Override
  public Future<Optional<Interview>> lock(Tx tx, InterviewId interview) {
    return interviews(
            tx::query,
            INTERVIEWS + " WHERE i.id = $1 FOR NO KEY UPDATE OF i",
            Tuple.of(interview.value()))
        .map(found -> found.stream().findFirst());
  }

  private static Future<List<Interview>> interviews(Query query, String sql, Tuple values) {
    return query
        .apply(sql, values)
        .compose(rows -> {
          Map<UUID, Map<MemberId, Part>> people = new LinkedHashMap<>();
          rows.forEach(row -> people.put(row.getUUID("id"), new HashMap<>()));
          UUID[] ids = people.keySet().toArray(UUID[]::new);
          return query
              .apply(
                  "SELECT interview, member, part FROM interview_member"
                      + " WHERE interview = ANY ($1)",
                  Tuple.of((Object) ids))
              .map(found -> {
                for (Row row : found) {
                  people
                      .computeIfAbsent(row.getUUID("interview"), _ -> new HashMap<>())
                      .put(new MemberId(row.getUUID("member")), Part.of(row.getString("part")));
                }
                List<Interview> interviews = new ArrayList<>();
                for (Row row : rows) {
                  interviews.add(interview(row, people.getOrDefault(row.getUUID("id"), Map.of())));
                }
                return interviews;
              });
        });
  }

  private static Interview interview(Row row, Map<MemberId, Part> people) {
    UUID document = row.getUUID("document");
    UUID partner = row.getUUID("partner");
    return new Interview(
        new InterviewId(row.getUUID("id")),
        new PlanId(row.getUUID("plan")),
        document == null ? null : new DocumentId(document),
        row.getLong("version"),
        new Interview.Planned(
            row.getString("organisation"),
            partner == null ? null : new PartnerId(partner),
            row.getString("partner_kind"),
            row.getString("function"),
            row.getString("place"),
            millis(row.getOffsetDateTime("at")),
            row.getShort("minutes"),
            row.getBoolean("experiment"),
            List.of(row.getArrayOfUUIDs("figures")),
            Confidentiality.of(row.getString("confidentiality")).orElseThrow()),
        new Interview.Kept(
            row.getString("list"), row.getInteger("list_version"), row.getString("list_title")),
        people,
        State.of(row.getString("state")).orElseThrow(),
        new MemberId(row.getUUID("created_by")),
        row.getOffsetDateTime("created_at").toInstant().toEpochMilli(),
        millis(row.getOffsetDateTime("started_at")),
        millis(row.getOffsetDateTime("closed_at")));
  }

  private static @Nullable Long millis(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant().toEpochMilli();
  }

  private static @Nullable OffsetDateTime time(@Nullable Long ms) {
    return ms == null ? null : OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }

  @Override
  public Future<TopicList> topics(InterviewId interview) {
    return database
        .query("SELECT topics FROM interview WHERE id = $1", Tuple.of(interview.value()))
        .map(rows -> TopicsJson.read(rows.iterator().next().getJsonObject(0)));
  }

  @Override
  public Future<Void> insert(Tx tx, Interview interview, TopicList topics) {
    DocumentId document = interview.document();
    Tuple values =
        Tuple.tuple()
            .addUUID(interview.id().value())
            .addUUID(interview.plan().value())
            .addUUID(document == null ? null : document.value());
    planned(values, interview)
        .addString(interview.state().word())
        .addUUID(interview.by().value())
        .addOffsetDateTime(time(interview.plannedAtMs()))
        .addJsonObject(TopicsJson.write(topics));
    return tx.query(INSERT, values).compose(_ -> people(tx, interview));
  }

  /// What is settled before, and along which list.
  private static Tuple planned(Tuple values, Interview interview) {
    Interview.Planned planned = interview.planned();
    PartnerId partner = planned.partner();
    return values
        .addString(planned.organisation())
        .addUUID(partner == null ? null : partner.value())
        .addString(planned.partnerKind())
        .addString(planned.function())
        .addString(planned.place())
        .addOffsetDateTime(time(planned.atMs()))
        .addShort((short) planned.minutes())
        .addBoolean(planned.experiment())
        .addArrayOfUUID(planned.figures().toArray(UUID[]::new))
        .addString(planned.confidentiality().word())
        .addString(interview.list().list())
        .addInteger(interview.list().version());
  }

  private static Future<Void> people(Tx tx, Interview interview) {
    if (interview.people().isEmpty()) {
      return Future.succeededFuture();
    }
    List<Tuple> rows = new ArrayList<>();
    interview
        .people()
        .forEach((member, part) ->
            rows.add(Tuple.of(interview.id().value(), member.value(), part.word())));
    return tx.batch(
            "INSERT INTO interview_member (interview, member, part) VALUES ($1, $2, $3)", rows)
        .mapEmpty();
  }

  @Override
  public Future<Void> change(Tx tx, Interview interview) {
    Tuple values = Tuple.tuple().addUUID(interview.id().value());
    planned(values, interview)
        .addString(interview.state().word())
        .addOffsetDateTime(time(interview.startedAtMs()))
        .addOffsetDateTime(time(interview.closedAtMs()));
    return tx.query(CHANGE, values)
        .compose(_ ->
            tx.query(
                "DELETE FROM interview_member WHERE interview = $1",
                Tuple.of(interview.id().value())))
        .compose(_ -> people(tx, interview));
  }

  @Override
  public Future<Void> topics(Tx tx, InterviewId interview, TopicList topics) {
    return tx.query(
            "UPDATE interview SET topics = $2 WHERE id = $1",
            Tuple.of(interview.value(), TopicsJson.write(topics)))
        .mapEmpty();
  }

  @Override
  public Future<Respondent> respondent(InterviewId interview) {
    return database
        .query(
            "SELECT name, email FROM respondent WHERE interview = $1", Tuple.of(interview.value()))
        .map(rows -> {
          for (Row row : rows) {
            return new Respondent(row.getString(0), row.getString(1));
          }
          return Respondent.NOBODY;
        });
  }

  @Override
  public Future<Void> untell(Tx tx, PlanId plan) {
    return tx.query(UNTELL, Tuple.of(plan.value())).mapEmpty();
  }

  @Override
  public Future<Void> respondent(Tx tx, InterviewId interview, Respondent respondent) {
    Future<RowSet<Row>> done =
        respondent.equals(Respondent.NOBODY)
            ? tx.query("DELETE FROM respondent WHERE interview = $1", Tuple.of(interview.value()))
            : tx.query(
                "INSERT INTO respondent (interview, name, email) VALUES ($1, $2, $3)"
                    + " ON CONFLICT (interview) DO UPDATE SET name = excluded.name,"
                    + " email = excluded.email",
                Tuple.of(interview.value(), respondent.name(), respondent.email()));
    return done.mapEmpty();
  }

  @Override
  public Future<Set<MemberId>> core(PlanId plan) {
    return database.query(CORE, Tuple.of(plan.value())).map(PgInterviewStore::members);
  }

  @Override
  public Future<Set<MemberId>> core(Tx tx, PlanId plan) {
    return tx.query(CORE, Tuple.of(plan.value())).map(PgInterviewStore::members);
  }

  private static Set<MemberId> members(RowSet<Row> rows) {
    Set<MemberId> members = new HashSet<>();
    rows.forEach(row -> members.add(new MemberId(row.getUUID(0))));
    return members;
  }

  @Override
  public Future<Boolean> join(Tx tx, PlanId plan, MemberId member, MemberId by) {
    return tx.query(
            "INSERT INTO core_team (plan, member, added_by) VALUES ($1, $2, $3)"
                + " ON CONFLICT (plan, member) DO NOTHING",
            Tuple.of(plan.value(), member.value(), by.value()))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Boolean> leave(Tx tx, PlanId plan, MemberId member) {
    return tx.query(
            "DELETE FROM core_team WHERE plan = $1 AND member = $2",
            Tuple.of(plan.value(), member.value()))
        .map(rows -> rows.rowCount() == 1);
  }
}
