package nl.beleidstafel.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.Updates;

/// A random script of two to six replicas that edit, and whose updates are delivered late, twice,
/// out of order, joined, or not at all; at the end they exchange what they lack.
final class DifferentialScript {
  private static final List<List<String>> ROOTS =
      List.of(List.of("t"), List.of("x"), List.of("m"), List.of("a"), List.of("t", "m", "a", "x"));

  private static final List<String> LEANS = List.of("even", "insert", "delete", "format");

  private final YjsOracle oracle;
  private final SplittableRandom random;
  private final List<Replica> replicas = new ArrayList<>();
  private final List<Bytes> everything = new ArrayList<>();
  private final Map<String, Object> mix;
  private final boolean oursEdits;

  /// Of a hundred steps, how many edit; the more, the more is written at the same time.
  private final int editShare;

  DifferentialScript(YjsOracle oracle, SplittableRandom random, boolean oursEdits) {
    this.oracle = oracle;
    this.random = random;
    this.oursEdits = oursEdits;
    this.mix =
        Map.of(
            "roots",
            ROOTS.get(random.nextInt(ROOTS.size())),
            "format",
            random.nextInt(3) > 0,
            "emoji",
            random.nextInt(3) == 0,
            "lean",
            LEANS.get(random.nextInt(LEANS.size())));
    this.editShare = List.of(25, 40, 60).get(random.nextInt(3));
  }

  void run() {
    oracle.closeDocs();
    int count = 2 + random.nextInt(5);
    boolean collect = random.nextInt(5) > 0;
    for (int i = 0; i < count; i++) {
      long client = random.nextInt(3) == 0 ? 1 + i : 1 + random.nextLong(1L << 32);
      replicas.add(new Replica(oracle, i, client, collect));
    }
    int steps = 20 + random.nextInt(50);
    for (int i = 0; i < steps; i++) {
      step();
    }
    settle();
    replicas.forEach(Replica::compareEncoded);
    compareMerged();
  }

  private void step() {
    Replica one = anyReplica();
    int dice = random.nextInt(100);
    if (dice < editShare) {
      edit(one);
    } else if (dice < 85) {
      deliver(one);
    } else if (dice < 92) {
      exchange(anyReplica(), one);
    } else {
      one.online = !one.online;
    }
  }

  private Replica anyReplica() {
    return replicas.get(random.nextInt(replicas.size()));
  }

  private void edit(Replica one) {
    int count = 1 + random.nextInt(4);
    if (oursEdits && (one == replicas.getFirst() || random.nextInt(3) == 0)) {
      Bytes written = OurEdits.edit(one.doc, random, count, mix);
      if (!written.equals(Updates.EMPTY)) {
        send(one, one.followInYjs(written));
      }
    } else {
      send(one, one.editInYjs(random.nextInt(), count, mix));
    }
  }

  private void send(Replica from, List<Bytes> written) {
    everything.addAll(written);
    for (Replica to : replicas) {
      if (to != from) {
        to.inbox.addAll(written);
      }
    }
  }

  private void deliver(Replica to) {
    if (!to.online || to.inbox.isEmpty()) {
      return;
    }
    int dice = random.nextInt(100);
    if (dice < 10) {
      Bytes joined = Updates.merge(to.inbox);
      to.inbox.clear();
      send(to, to.receive(joined, random.nextInt(4) == 0));
      return;
    }
    int at = dice < 60 ? 0 : random.nextInt(to.inbox.size());
    Bytes update = to.inbox.get(at);
    if (dice < 90) {
      to.inbox.remove(at);
    }
    if (dice < 95) {
      send(to, to.receive(update, random.nextInt(8) == 0));
    }
  }

  /// One gives the other what it lacks.
  private void exchange(Replica from, Replica to) {
    if (from != to && to.online) {
      send(to, to.receive(from.diffFor(to), false));
    }
  }

  /// Everybody gives everybody what they lack, until nobody has anything new.
  private void settle() {
    replicas.forEach(replica -> replica.online = true);
    replicas.forEach(replica -> replica.inbox.clear());
    for (int round = 0; round < 6 && !isSettled(); round++) {
      for (Replica from : replicas) {
        replicas.forEach(to -> exchange(from, to));
      }
    }
    Object content = Replica.content(replicas.getFirst().doc);
    for (Replica replica : replicas) {
      assertFalse(replica.doc.hasPending(), "nothing waits at the end");
      assertEquals(content, Replica.content(replica.doc), "replicas agree");
    }
  }

  private boolean isSettled() {
    return replicas.stream().map(replica -> replica.doc.snapshot()).distinct().count() == 1;
  }

  /// A document made from all updates joined is the same as the replicas.
  private void compareMerged() {
    Doc doc = new Doc(0);
    doc.apply(Updates.merge(everything));
    assertEquals(replicas.getFirst().doc.snapshot(), doc.snapshot(), "snapshot of all joined");
    assertEquals(
        Replica.content(replicas.getFirst().doc), Replica.content(doc), "content of all joined");
  }
}
