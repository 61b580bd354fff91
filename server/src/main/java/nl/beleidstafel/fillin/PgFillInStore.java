package nl.beleidstafel.fillin;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// The store in PostgreSQL: tables of `V050__fill_in.sql`.
record PgFillInStore(Database database) implements FillInStore {
  private static final String BEHIND =
      """
      SELECT s.id, s.plan, s.document, d.seq, coalesce(r.seq, 0) AS read_seq
      FROM section s JOIN document d ON d.id = s.document
        LEFT JOIN fill_in_read r ON r.section = s.id
      WHERE d.seq > coalesce(r.seq, 0)
      """;
  private static final String READ =
      """
      INSERT INTO fill_in_read (section, seq) VALUES ($1, $2)
      ON CONFLICT (section) DO UPDATE SET seq = excluded.seq WHERE fill_in_read.seq < excluded.seq
      RETURNING section
      """;
  private static final String SEEN =
      """
      SELECT concat_ws(' ', id, state, kind, label, array_to_string(entries, ','))
        FROM fill_in WHERE section = $1
      UNION ALL SELECT concat_ws(' ', id, decision, decided_by)
        FROM example WHERE section = $1
      ORDER BY 1
      """;
  private static final String RESOLVED =
      """
      UPDATE fill_in SET state = 'resolved', parent = NULL
      WHERE section = $1 AND state = 'filled' AND id <> ALL ($2)
      """;
  private static final String GONE =
      "DELETE FROM fill_in WHERE section = $1 AND state = 'open' AND id <> ALL ($2)";
  private static final String PUT =
      """
      INSERT INTO fill_in
        (section, id, position, parent, kind, label, unit, register, state, value, entries)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (section, id) DO UPDATE SET position = excluded.position,
        parent = excluded.parent, kind = excluded.kind, label = excluded.label,
        unit = excluded.unit, register = excluded.register, state = excluded.state,
        value = excluded.value, entries = excluded.entries
      """;
  private static final String EXAMPLES_GONE =
      "DELETE FROM example WHERE section = $1 AND id <> ALL ($2)";
  private static final String PUT_EXAMPLE =
      """
      INSERT INTO example (section, id, position, decision, decided_by, decided_at, value)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (section, id) DO UPDATE SET position = excluded.position,
        decision = excluded.decision, value = excluded.value,
        decided_by = CASE WHEN excluded.decision = 'open' THEN NULL
          WHEN example.decision = excluded.decision AND excluded.decided_at IS NULL
          THEN example.decided_by ELSE excluded.decided_by END,
        decided_at = CASE WHEN excluded.decision = 'open' THEN NULL
          WHEN example.decision = excluded.decision AND excluded.decided_at IS NULL
          THEN example.decided_at ELSE excluded.decided_at END
      """;
  private static final String FILL_INS =
      """
      SELECT f.section, f.id, f.parent, f.kind, f.label, f.unit, f.register, f.state, f.value,
        f.entries, o.partner, o.member, o.due, o.id AS owner
      FROM fill_in f LEFT JOIN fill_in_owner o ON o.section = f.section AND o.fill_in = f.id
      """;
  private static final String ORDER = " ORDER BY (f.state = 'resolved'), f.position, f.id";
  private static final String COUNT =
      """
      SELECT f.section, f.state, count(*) AS count
      FROM fill_in f JOIN section s ON s.id = f.section WHERE s.plan = $1 GROUP BY 1, 2
      """;
  private static final String DUE =
      """
      SELECT p.municipality, s.plan, o.section, s.document, o.fill_in, o.partner, o.member, o.due,
        o.asked_by
      FROM fill_in_owner o JOIN section s ON s.id = o.section JOIN plan p ON p.id = s.plan
      WHERE o.id = $1 AND s.off_at IS NULL
      """;
  private static final String OWN =
      """
      INSERT INTO fill_in_owner (id, section, fill_in, partner, member, due, asked_by, asked_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (section, fill_in) DO UPDATE SET partner = excluded.partner,
        member = excluded.member, due = excluded.due, asked_by = excluded.asked_by,
        asked_at = excluded.asked_at
      RETURNING id
      """;

  @Override
  public Future<Optional<Behind>> behind(DocumentId document) {
    return behind(" AND s.document = $1", document.value()).map(PgFillInStore::first);
  }

  @Override
  public Future<Optional<Behind>> behind(SectionId section) {
    return behind(" AND s.id = $1", section.value()).map(PgFillInStore::first);
  }

  @Override
  public Future<List<Behind>> behind(PlanId plan) {
    return behind(" AND s.plan = $1 ORDER BY s.position", plan.value());
  }

  private Future<List<Behind>> behind(String which, UUID id) {
    return database
        .query(BEHIND + which, Tuple.of(id))
        .map(rows ->
            list(
                rows,
                row ->
                    new Behind(
                        new SectionId(row.getUUID("id")),
                        new PlanId(row.getUUID("plan")),
                        new DocumentId(row.getUUID("document")),
                        row.getLong("seq"),
                        row.getLong("read_seq"))));
  }

  @Override
  public Future<Boolean> write(
      Tx tx, SectionId section, long seq, Found found, Map<String, Decided> decided) {
    Tuple own = Tuple.of(section.value());
    return tx.query(READ, Tuple.of(section.value(), seq))
        .compose(rows ->
            rows.size() == 0
                ? Future.succeededFuture(false)
                : seen(tx, own)
                    .compose(before ->
                        put(tx, section, found, decided)
                            .compose(_ -> seen(tx, own))
                            .map(after -> !before.equals(after))));
  }

  private static Future<List<String>> seen(Tx tx, Tuple section) {
    return tx.query(SEEN, section).map(rows -> list(rows, row -> row.getString(0)));
  }

  private static Future<Void> put(
      Tx tx, SectionId section, Found found, Map<String, Decided> decided) {
    String[] places = found.places().stream().map(Found.Place::id).toArray(String[]::new);
    String[] passages = found.passages().stream().map(Found.Passage::id).toArray(String[]::new);
    List<Tuple> rows = new ArrayList<>();
    for (Found.Place each : found.places()) {
      rows.add(place(section, rows.size(), each));
    }
    List<Tuple> examples = new ArrayList<>();
    for (Found.Passage each : found.passages()) {
      examples.add(passage(section, examples.size(), each, decided.get(each.id())));
    }
    return tx.query(RESOLVED, ids(section, places))
        .compose(_ -> tx.query(GONE, ids(section, places)))
        .compose(_ -> batch(tx, PUT, rows))
        .compose(_ -> tx.query(EXAMPLES_GONE, ids(section, passages)))
        .compose(_ -> batch(tx, PUT_EXAMPLE, examples));
  }

  private static Tuple ids(SectionId section, String[] ids) {
    return Tuple.tuple().addUUID(section.value()).addArrayOfString(ids);
  }

  private static Future<Void> batch(Tx tx, String sql, List<Tuple> rows) {
    return rows.isEmpty() ? Future.succeededFuture() : tx.batch(sql, rows).mapEmpty();
  }

  private static Tuple place(SectionId section, int position, Found.Place place) {
    return Tuple.tuple()
        .addUUID(section.value())
        .addString(place.id())
        .addInteger(position)
        .addString(place.parent())
        .addString(place.kind().word())
        .addString(place.label())
        .addString(place.unit())
        .addString(place.register())
        .addString(place.open() ? "open" : "filled")
        .addString(place.value())
        .addArrayOfString(place.entries().toArray(String[]::new));
  }

  private static Tuple passage(
      SectionId section, int position, Found.Passage passage, @Nullable Decided decided) {
    MemberId by = decided == null ? null : decided.by();
    return Tuple.tuple()
        .addUUID(section.value())
        .addString(passage.id())
        .addInteger(position)
        .addString(passage.decision().name().toLowerCase(Locale.ROOT))
        .addUUID(by == null ? null : by.value())
        .addOffsetDateTime(decided == null ? null : time(decided.atMs()))
        .addString(passage.value());
  }

  @Override
  public Future<List<FillIn>> ofSection(SectionId section) {
    return fillIns(" WHERE f.section = $1" + ORDER, Tuple.of(section.value()));
  }

  @Override
  public Future<List<FillIn>> ofPlan(PlanId plan) {
    return fillIns(
        " JOIN section s ON s.id = f.section WHERE s.plan = $1" + ORDER, Tuple.of(plan.value()));
  }

  private Future<List<FillIn>> fillIns(String which, Tuple values) {
    return database.query(FILL_INS + which, values).map(rows -> list(rows, PgFillInStore::fillIn));
  }

  private static FillIn fillIn(Row row) {
    UUID partner = row.getUUID("partner");
    UUID member = row.getUUID("member");
    FillIn.Owner owner =
        row.getUUID("owner") == null
            ? null
            : new FillIn.Owner(
                partner == null ? null : new PartnerId(partner),
                member == null ? null : new MemberId(member),
                row.getLocalDate("due"));
    return new FillIn(
        new SectionId(row.getUUID("section")),
        row.getString("id"),
        row.getString("parent"),
        row.getString("kind"),
        row.getString("label"),
        row.getString("unit"),
        row.getString("register"),
        FillIn.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("value"),
        List.of(row.getArrayOfStrings("entries")),
        owner);
  }

  @Override
  public Future<List<FillIn.Example>> examples(SectionId section) {
    return database
        .query(
            "SELECT id, decision, decided_by, decided_at, value FROM example"
                + " WHERE section = $1 ORDER BY position, id",
            Tuple.of(section.value()))
        .map(rows ->
            list(
                rows,
                row -> {
                  UUID by = row.getUUID("decided_by");
                  OffsetDateTime at = row.getOffsetDateTime("decided_at");
                  return new FillIn.Example(
                      row.getString("id"),
                      row.getString("decision"),
                      by == null ? null : new MemberId(by),
                      at == null ? null : at.toInstant().toEpochMilli(),
                      row.getString("value"));
                }));
  }

  @Override
  public Future<Map<SectionId, FillIn.Count>> count(PlanId plan) {
    return database
        .query(COUNT, Tuple.of(plan.value()))
        .map(rows -> {
          Map<SectionId, FillIn.Count> counts = new HashMap<>();
          for (Row row : rows) {
            SectionId section = new SectionId(row.getUUID("section"));
            FillIn.Count before = counts.getOrDefault(section, FillIn.Count.NONE);
            long count = row.getLong("count");
            counts.put(
                section,
                switch (FillIn.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT))) {
                  case OPEN -> new FillIn.Count(count, before.filled(), before.resolved());
                  case FILLED -> new FillIn.Count(before.open(), count, before.resolved());
                  case RESOLVED -> new FillIn.Count(before.open(), before.filled(), count);
                });
          }
          return counts;
        });
  }

  @Override
  public Future<UUID> own(
      Tx tx, SectionId section, String fillIn, FillIn.Owner owner, MemberId by, long nowMs) {
    PartnerId partner = owner.partner();
    MemberId member = owner.member();
    return tx.query(
            OWN,
            Tuple.tuple()
                .addUUID(UUID.randomUUID())
                .addUUID(section.value())
                .addString(fillIn)
                .addUUID(partner == null ? null : partner.value())
                .addUUID(member == null ? null : member.value())
                .addLocalDate(owner.due())
                .addUUID(by.value())
                .addOffsetDateTime(time(nowMs)))
        .map(rows -> rows.iterator().next().getUUID(0));
  }

  @Override
  public Future<Optional<UUID>> disown(Tx tx, SectionId section, String fillIn) {
    return tx.query(
            "DELETE FROM fill_in_owner WHERE section = $1 AND fill_in = $2 RETURNING id",
            Tuple.of(section.value(), fillIn))
        .map(rows -> first(list(rows, row -> row.getUUID(0))));
  }

  @Override
  public Future<Optional<Due>> due(UUID owner) {
    return database.query(DUE, Tuple.of(owner)).map(rows -> first(list(rows, PgFillInStore::due)));
  }

  private static Due due(Row row) {
    UUID partner = row.getUUID("partner");
    UUID member = row.getUUID("member");
    return new Due(
        new MunicipalityId(row.getUUID("municipality")),
        new PlanId(row.getUUID("plan")),
        new SectionId(row.getUUID("section")),
        new DocumentId(row.getUUID("document")),
        row.getString("fill_in"),
        new FillIn.Owner(
            partner == null ? null : new PartnerId(partner),
            member == null ? null : new MemberId(member),
            row.getLocalDate("due")),
        new MemberId(row.getUUID("asked_by")));
  }

  private static <T> Optional<T> first(List<T> list) {
    return list.stream().findFirst();
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> each) {
    List<T> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(each.apply(row)));
    return list;
  }

  private static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
