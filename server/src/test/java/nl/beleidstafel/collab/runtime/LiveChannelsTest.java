package nl.beleidstafel.collab.runtime;

import static nl.beleidstafel.testkit.Actors.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels.Event;
import nl.beleidstafel.protocol.Message;
import org.junit.jupiter.api.Test;

/// What a client that takes nothing for a while is told afterwards.
final class LiveChannelsTest {
  private static final PlanId PLAN = new PlanId(new UUID(5, 1));
  private static final SectionId ONE = new SectionId(new UUID(6, 1));
  private static final SectionId TWO = new SectionId(new UUID(6, 2));

  private final LiveChannels channels = new LiveChannels((_, _) -> Future.succeededFuture(true));
  private final FakeOutbound out = new FakeOutbound();
  private final Actor who = actor(1);

  LiveChannelsTest() {
    channels.attach(PLAN, who, out);
  }

  @Test
  void aSlowClientIsToldTheNewestOfEachSubjectOnce_P73() {
    out.writable = false;
    tell(ONE, 0);
    tell(ONE, 0);
    tell(TWO, 0);
    channels.tell(PLAN, Event.PLAN_CHANGED, 3, Set.of(who.partner()));
    channels.tell(PLAN, Event.PLAN_CHANGED, 4, Set.of(who.partner()));
    assertEquals(List.of(), told());
    out.drain();
    assertEquals(
        List.of(discussion(ONE), discussion(TWO), "{\"kind\":\"plan-changed\",\"version\":4}"),
        told());
  }

  @Test
  void whatComesWhileItCatchesUpIsToldTheNextTime_P73() {
    out.writable = false;
    tell(ONE, 0);
    out.drain();
    out.writable = false;
    tell(TWO, 0);
    tell(ONE, 0);
    out.drain();
    assertEquals(List.of(discussion(ONE), discussion(TWO), discussion(ONE)), told());
  }

  private void tell(SectionId section, long version) {
    channels.tell(PLAN, Event.DISCUSSION_CHANGED, section, version, Set.of(who.partner()));
  }

  private static String discussion(SectionId section) {
    return "{\"kind\":\"discussion-changed\",\"version\":0,\"section\":\"" + section + "\"}";
  }

  private List<String> told() {
    return out.all(Message.Stateless.class).stream().map(Message.Stateless::payload).toList();
  }
}
