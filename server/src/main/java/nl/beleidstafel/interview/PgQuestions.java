package nl.beleidstafel.interview;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.talks.Questions;
import nl.beleidstafel.talks.TopicList;
import nl.beleidstafel.talks.TopicsJson;

/// The lists that interviews keep, in PostgreSQL: the table of `V072__interview.sql`.
record PgQuestions(Database database) implements Questions {
  @Override
  public Future<Map<InterviewId, TopicList>> of(PlanId plan) {
    return database
        .query("SELECT id, topics FROM interview WHERE plan = $1", Tuple.of(plan.value()))
        .map(rows -> {
          Map<InterviewId, TopicList> lists = new HashMap<>();
          for (Row row : rows) {
            lists.put(
                new InterviewId(row.getUUID("id")),
                TopicsJson.read((JsonObject) row.getJson("topics")));
          }
          return lists;
        });
  }
}
