package nl.beleidstafel.finding;

import static nl.beleidstafel.finding.PgFindingStore.all;
import static nl.beleidstafel.finding.PgFindingStore.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V079__finding.sql`.
record PgCodeStore(Database database) implements CodeStore {
  private static final String CODES =
      "SELECT id, plan, version, parent, name, description FROM code ";

  private static final String OF_PLAN = CODES + "WHERE plan = $1 ORDER BY lower(name), id";

  @Override
  public Future<List<Code>> codes(PlanId plan) {
    return database
        .query(OF_PLAN, Tuple.of(plan.value()))
        .map(rows -> all(rows, PgCodeStore::code));
  }

  @Override
  public Future<Optional<Code>> code(UUID id) {
    return database
        .query(CODES + "WHERE id = $1", Tuple.of(id))
        .map(rows -> all(rows, PgCodeStore::code).stream().findFirst());
  }

  /// The plan's row stands for all its codes, those that are made meanwhile included.
  @Override
  public Future<List<Code>> lockAll(Tx tx, PlanId plan) {
    Tuple which = Tuple.of(plan.value());
    return tx.query("SELECT FROM plan WHERE id = $1 FOR NO KEY UPDATE", which)
        .compose(_ -> tx.query(OF_PLAN, which))
        .map(rows -> all(rows, PgCodeStore::code));
  }

  @Override
  public Future<Void> insert(Tx tx, Code code) {
    return tx.query(
            "INSERT INTO code (id, plan, parent, name, description) VALUES ($1, $2, $3, $4, $5)",
            Tuple.tuple()
                .addUUID(code.id())
                .addUUID(code.plan().value())
                .addUUID(code.parent())
                .addString(code.name())
                .addString(code.description()))
        .mapEmpty();
  }

  @Override
  public Future<Void> update(Tx tx, Code code) {
    return tx.query(
            "UPDATE code SET version = version + 1, parent = $2, name = $3, description = $4"
                + " WHERE id = $1",
            Tuple.tuple()
                .addUUID(code.id())
                .addUUID(code.parent())
                .addString(code.name())
                .addString(code.description()))
        .mapEmpty();
  }

  @Override
  public Future<Void> delete(Tx tx, UUID code) {
    return tx.query("DELETE FROM code WHERE id = $1", Tuple.of(code)).mapEmpty();
  }

  @Override
  public Future<Boolean> isUsed(Tx tx, UUID code) {
    return tx.query("SELECT FROM note_code WHERE code = $1 LIMIT 1", Tuple.of(code))
        .map(rows -> rows.size() > 0);
  }

  @Override
  public Future<Map<UUID, Set<UUID>>> ofNotes(PlanId plan) {
    return database
        .query("SELECT note, code FROM note_code WHERE plan = $1", Tuple.of(plan.value()))
        .map(rows -> {
          Map<UUID, Set<UUID>> codes = new HashMap<>();
          for (Row row : rows) {
            codes
                .computeIfAbsent(row.getUUID("note"), _ -> new HashSet<>())
                .add(row.getUUID("code"));
          }
          return codes;
        });
  }

  @Override
  public Future<Void> set(Tx tx, Code code, UUID note, boolean on, MemberId by, long nowMs) {
    return on
        ? tx.query(
                "INSERT INTO note_code (note, code, plan, by_member, at)"
                    + " VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                Tuple.of(note, code.id(), code.plan().value(), by.value(), time(nowMs)))
            .mapEmpty()
        : tx.query("DELETE FROM note_code WHERE note = $1 AND code = $2", Tuple.of(note, code.id()))
            .mapEmpty();
  }

  @Override
  public Future<Long> countOf(Tx tx, PlanId plan, UUID note) {
    return tx.query(
            "SELECT count(*) FROM note_code WHERE plan = $1 AND note = $2",
            Tuple.of(plan.value(), note))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static Code code(Row row) {
    return new Code(
        row.getUUID("id"),
        new PlanId(row.getUUID("plan")),
        row.getLong("version"),
        row.getUUID("parent"),
        row.getString("name"),
        row.getString("description"));
  }
}
