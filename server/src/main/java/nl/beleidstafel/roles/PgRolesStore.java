package nl.beleidstafel.roles;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Outline;

/// The store in PostgreSQL: tables of `V030__roles.sql`.
final class PgRolesStore implements RolesStore {
  /// One statement, so that all of it is of one moment: roles of before and a hiding of after could
  /// together open what was never open.
  private static final String READ =
      """
      SELECT plan, NULL::uuid AS partner, NULL::uuid AS section, NULL AS role, version AS number
        FROM plan_roles WHERE plan = ANY ($1)
      UNION ALL
      SELECT plan, partner, section, role, NULL FROM role_assignment WHERE plan = ANY ($1)
      UNION ALL
      SELECT plan, NULL, section, NULL, NULL FROM section_hidden WHERE plan = ANY ($1)
      UNION ALL
      SELECT plan, partner, section, NULL, level FROM section_override WHERE plan = ANY ($1)
      """;

  private static final String CHANGES =
      """
      SELECT s.section, u.at, u.organisation
      FROM unnest($2::uuid[], $3::uuid[]) AS s (section, document)
      CROSS JOIN LATERAL (
        SELECT at, organisation FROM document_update
        WHERE document = s.document AND author <> $1 AND seq > coalesce(
          (SELECT v.seq FROM section_visit v WHERE v.member = $1 AND v.section = s.section), 0)
        ORDER BY seq DESC LIMIT 1
      ) u
      """;

  /// Where one had read to stays known while what others wrote since is looked at: until they write
  /// more, or an hour later.
  private static final String VISIT =
      """
      INSERT INTO section_visit (member, section, seq)
        SELECT $1, $2, seq FROM document WHERE id = $3
      ON CONFLICT (member, section) DO UPDATE SET
        seq = greatest(section_visit.seq, excluded.seq),
        at = excluded.at,
        before_seq = CASE
          WHEN excluded.at - section_visit.at > interval '1 hour' OR EXISTS (
            SELECT 1 FROM document_update u
            WHERE u.document = $3 AND u.seq > section_visit.seq AND u.author <> $1)
          THEN section_visit.seq ELSE section_visit.before_seq END
      """;

  private final Database database;

  PgRolesStore(Database database) {
    this.database = database;
  }

  @Override
  public Future<Map<PlanId, Kept>> read(List<PlanId> plans) {
    return read(database::query, plans);
  }

  @Override
  public Future<Map<PlanId, Kept>> read(Tx tx, List<PlanId> plans) {
    return read(tx::query, plans);
  }

  private static Future<Map<PlanId, Kept>> read(
      BiFunction<String, Tuple, Future<RowSet<Row>>> query, List<PlanId> plans) {
    UUID[] ids = plans.stream().map(PlanId::value).toArray(UUID[]::new);
    return query
        .apply(READ, Tuple.of(ids))
        .map(rows -> {
          Map<PlanId, Reading> found = new HashMap<>();
          for (Row row : rows) {
            found.computeIfAbsent(new PlanId(row.getUUID("plan")), _ -> new Reading()).add(row);
          }
          Map<PlanId, Kept> kept = new HashMap<>();
          found.forEach((plan, reading) -> kept.put(plan, reading.kept()));
          return kept;
        });
  }

  /// What one plan's rows add up to.
  private static final class Reading {
    private final Map<PartnerId, Map<Scope, Set<String>>> roles = new HashMap<>();
    private final Set<SectionId> hidden = new HashSet<>();
    private final Map<Cell, Level> overrides = new HashMap<>();
    private long version;

    void add(Row row) {
      UUID partner = row.getUUID("partner");
      UUID section = row.getUUID("section");
      String role = row.getString("role");
      if (role != null) {
        roles
            .computeIfAbsent(new PartnerId(partner), _ -> new HashMap<>())
            .computeIfAbsent(
                section == null ? Scope.PLAN : new Scope(new SectionId(section)),
                _ -> new HashSet<>())
            .add(role);
      } else if (section == null) {
        version = row.getLong("number");
      } else if (partner == null) {
        hidden.add(new SectionId(section));
      } else {
        overrides.put(
            new Cell(new SectionId(section), new PartnerId(partner)),
            Level.ofCode(row.getLong("number").intValue()));
      }
    }

    Kept kept() {
      return new Kept(version, new Matrix(roles, hidden, overrides));
    }
  }

  @Override
  public Future<Long> write(Tx tx, PlanId plan, Matrix before, Matrix after) {
    return writeRoles(tx, plan, before, after)
        .compose(_ -> writeHidden(tx, plan, before, after))
        .compose(_ -> writeOverrides(tx, plan, before, after))
        .compose(_ ->
            tx.query(
                "INSERT INTO plan_roles (plan) VALUES ($1)"
                    + " ON CONFLICT (plan) DO UPDATE SET version = plan_roles.version + 1"
                    + " RETURNING version",
                Tuple.of(plan.value())))
        .map(rows -> rows.iterator().next().getLong("version"));
  }

  private static Future<Void> writeRoles(Tx tx, PlanId plan, Matrix before, Matrix after) {
    List<Tuple> gone = new ArrayList<>();
    List<Tuple> come = new ArrayList<>();
    eachRole(plan, before, after, gone);
    eachRole(plan, after, before, come);
    return batch(
            tx,
            "DELETE FROM role_assignment WHERE plan = $1 AND partner = $2"
                + " AND section IS NOT DISTINCT FROM $3 AND role = $4",
            gone)
        .compose(_ ->
            batch(
                tx,
                "INSERT INTO role_assignment (plan, partner, section, role)"
                    + " VALUES ($1, $2, $3, $4)",
                come));
  }

  /// The roles that are in the one and not in the other.
  private static void eachRole(PlanId plan, Matrix in, Matrix notIn, List<Tuple> rows) {
    in.roles()
        .forEach((partner, row) ->
            row.forEach((scope, roles) -> {
              for (String role : roles) {
                if (!notIn.at(partner, scope).contains(role)) {
                  SectionId section = scope.section();
                  rows.add(
                      Tuple.tuple()
                          .addUUID(plan.value())
                          .addUUID(partner.value())
                          .addUUID(section == null ? null : section.value())
                          .addString(role));
                }
              }
            }));
  }

  private static Future<Void> writeHidden(Tx tx, PlanId plan, Matrix before, Matrix after) {
    List<Tuple> gone = new ArrayList<>();
    List<Tuple> come = new ArrayList<>();
    for (SectionId section : before.hidden()) {
      if (!after.hidden().contains(section)) {
        gone.add(Tuple.of(section.value()));
      }
    }
    for (SectionId section : after.hidden()) {
      if (!before.hidden().contains(section)) {
        come.add(Tuple.of(section.value(), plan.value()));
      }
    }
    return batch(tx, "DELETE FROM section_hidden WHERE section = $1", gone)
        .compose(
            _ -> batch(tx, "INSERT INTO section_hidden (section, plan) VALUES ($1, $2)", come));
  }

  private static Future<Void> writeOverrides(Tx tx, PlanId plan, Matrix before, Matrix after) {
    List<Tuple> gone = new ArrayList<>();
    List<Tuple> come = new ArrayList<>();
    before
        .overrides()
        .forEach((cell, _) -> {
          if (!after.overrides().containsKey(cell)) {
            gone.add(Tuple.of(cell.section().value(), cell.partner().value()));
          }
        });
    after
        .overrides()
        .forEach((cell, level) -> {
          if (level != before.overrides().get(cell)) {
            come.add(
                Tuple.of(
                    cell.section().value(),
                    cell.partner().value(),
                    plan.value(),
                    (short) level.code()));
          }
        });
    return batch(tx, "DELETE FROM section_override WHERE section = $1 AND partner = $2", gone)
        .compose(_ ->
            batch(
                tx,
                "INSERT INTO section_override (section, partner, plan, level)"
                    + " VALUES ($1, $2, $3, $4)"
                    + " ON CONFLICT (section, partner) DO UPDATE SET level = excluded.level",
                come));
  }

  private static Future<Void> batch(Tx tx, String sql, List<Tuple> rows) {
    return rows.isEmpty() ? Future.succeededFuture() : tx.batch(sql, rows).mapEmpty();
  }

  @Override
  public Future<List<Grant>> grants(Tx tx, List<DocumentId> documents) {
    UUID[] ids = documents.stream().map(DocumentId::value).toArray(UUID[]::new);
    return tx.query(
            "SELECT document, partner, level FROM document_access"
                + " WHERE document = ANY ($1) AND partner IS NOT NULL",
            Tuple.of(ids))
        .map(rows -> {
          List<Grant> grants = new ArrayList<>();
          for (Row row : rows) {
            grants.add(
                new Grant(
                    new DocumentId(row.getUUID("document")),
                    new PartnerId(row.getUUID("partner")),
                    Level.ofCode(row.getShort("level"))));
          }
          return grants;
        });
  }

  @Override
  public Future<Void> visit(MemberId member, SectionId section, DocumentId document) {
    return database
        .query(VISIT, Tuple.of(member.value(), section.value(), document.value()))
        .mapEmpty();
  }

  @Override
  public Future<Map<SectionId, Change>> changes(MemberId member, List<Outline.Line> lines) {
    UUID[] sections = lines.stream().map(line -> line.section().value()).toArray(UUID[]::new);
    UUID[] documents = lines.stream().map(line -> line.document().value()).toArray(UUID[]::new);
    return database
        .query(CHANGES, Tuple.of(member.value(), sections, documents))
        .map(rows -> {
          Map<SectionId, Change> changes = new HashMap<>();
          for (Row row : rows) {
            changes.put(
                new SectionId(row.getUUID("section")),
                new Change(
                    row.getOffsetDateTime("at").toInstant().toEpochMilli(),
                    new PartnerId(row.getUUID("organisation"))));
          }
          return changes;
        });
  }

  @Override
  public Future<List<MunicipalityId>> municipalities() {
    return database
        .query("SELECT DISTINCT municipality FROM plan ORDER BY municipality")
        .map(rows -> {
          List<MunicipalityId> ids = new ArrayList<>();
          rows.forEach(row -> ids.add(new MunicipalityId(row.getUUID("municipality"))));
          return ids;
        });
  }
}
