package nl.beleidstafel.testkit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.talks.Condition;
import nl.beleidstafel.talks.Question;
import nl.beleidstafel.talks.TopicGroup;
import nl.beleidstafel.talks.TopicList;
import nl.beleidstafel.talks.TopicLists;
import org.jspecify.annotations.Nullable;

/// One short list of topics, in every municipality, in two versions: the second has one question
/// more.
public final class SampleTopics implements TopicLists {
  public static final String LIST = "proef";
  private static final int NEWEST = 2;

  private static final Question USE =
      new Question("gebruik", "Wat ziet u van gebruik?", List.of("Waar?", "Wie?"), Condition.NONE);
  private static final Question NIGHT =
      new Question(
          "nacht", "Wat gebeurt er 's nachts?", List.of(), new Condition(Set.of("police"), false));
  private static final Question SHOP =
      new Question("winkel", "Wat merkt u van de proef?", List.of(), new Condition(Set.of(), true));
  private static final Question NEED =
      new Question("nodig", "Wat is er nodig?", List.of(), Condition.NONE);

  @Override
  public Future<Optional<Found>> find(
      MunicipalityId municipality, String list, @Nullable Integer version) {
    int wanted = version == null ? NEWEST : version;
    if (!list.equals(LIST) || wanted < 1 || wanted > NEWEST) {
      return Future.succeededFuture(Optional.empty());
    }
    List<Question> last = wanted == 1 ? List.of(SHOP) : List.of(SHOP, NEED);
    TopicList content =
        new TopicList(
            "Proeflijst",
            "Weten wat er speelt.",
            List.of(
                new TopicGroup("beeld", "Het beeld", Condition.NONE, List.of(USE, NIGHT)),
                new TopicGroup("slot", "Ten slotte", Condition.NONE, last)));
    return Future.succeededFuture(Optional.of(new Found(LIST, wanted, content)));
  }
}
