package nl.beleidstafel.plan;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.rights.Outlines;

/// Outlines in PostgreSQL: tables of `V003__plan.sql`.
final class PgOutlines implements Outlines {
  private static final String PLANS =
      "SELECT id, " + PgPlanStore.OF_PLAN + " FROM plan WHERE municipality = $1 ORDER BY ";
  private static final String SECTIONS =
      "SELECT plan, "
          + PgPlanStore.COLUMNS
          + " FROM section"
          + " WHERE plan = ANY ($1) ORDER BY plan, position";

  private final Database database;
  private final PlanStore store;

  PgOutlines(Database database) {
    this.database = database;
    store = new PgPlanStore(database);
  }

  @Override
  public Future<List<Outline>> of(MunicipalityId municipality) {
    return all(database::query, municipality, "created_at, id");
  }

  @Override
  public Future<Optional<Outline>> find(MunicipalityId municipality, PlanId plan) {
    return store.find(municipality, plan).map(found -> found.map(Plan::outline));
  }

  @Override
  public Future<Optional<Outline>> lock(Tx tx, MunicipalityId municipality, PlanId plan) {
    return store.lock(tx, municipality, plan).map(found -> found.map(Plan::outline));
  }

  @Override
  public Future<List<Outline>> lockAll(Tx tx, MunicipalityId municipality) {
    return all(tx::query, municipality, "id FOR UPDATE");
  }

  private static Future<List<Outline>> all(
      BiFunction<String, Tuple, Future<RowSet<Row>>> query,
      MunicipalityId municipality,
      String order) {
    return query
        .apply(PLANS + order, Tuple.of(municipality.value()))
        .compose(plans -> {
          List<UUID> ids = new ArrayList<>();
          plans.forEach(row -> ids.add(row.getUUID("id")));
          return query
              .apply(SECTIONS, Tuple.of((Object) ids.toArray(UUID[]::new)))
              .map(rows -> outlines(municipality, plans, rows));
        });
  }

  private static List<Outline> outlines(
      MunicipalityId municipality, RowSet<Row> plans, RowSet<Row> rows) {
    Map<UUID, List<Section>> sections = new LinkedHashMap<>();
    for (Row row : rows) {
      sections
          .computeIfAbsent(row.getUUID("plan"), _ -> new ArrayList<>())
          .add(PgPlanStore.section(row));
    }
    List<Outline> outlines = new ArrayList<>();
    for (Row row : plans) {
      UUID id = row.getUUID("id");
      outlines.add(
          PgPlanStore.plan(municipality, new PlanId(id), row, sections.getOrDefault(id, List.of()))
              .outline());
    }
    return outlines;
  }
}
