package nl.beleidstafel.testkit;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.collab.log.Snapshots;
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// The log and the snapshots in memory; answers at once. Keeps `UpdateLogContract` and
/// `SnapshotsContract`.
public final class MemoryUpdateLog implements UpdateLog, Snapshots {
  /// Stands for a transaction where there is no database: it is committed already, and touching it
  /// fails.
  public static final Tx NO_TX =
      new Tx(
          only(
              SqlConnection.class,
              "transaction",
              only(Transaction.class, "completion", Future.succeededFuture())));

  private static <T> T only(Class<T> type, String known, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            MemoryUpdateLog.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              if (method.getName().equals(known)) {
                return answer;
              }
              throw new UnsupportedOperationException("no database here");
            }));
  }

  private static final class Document {
    final UUID generation;
    final List<Entry> entries = new ArrayList<>();
    final Map<UUID, Level> access = new HashMap<>();
    final Set<UUID> members = new HashSet<>();
    final Map<Long, PartnerId> organisations = new HashMap<>();
    @Nullable Snapshot snapshot;
    boolean frozen;
    long seq = 1;

    Document(UUID generation) {
      this.generation = generation;
    }
  }

  private final Map<DocumentId, Document> documents = new LinkedHashMap<>();
  private final Map<DocumentId, Set<UUID>> erased = new HashMap<>();
  private final Set<MemberId> barred = new HashSet<>();
  private long lastGeneration;
  private boolean keeps;

  @Override
  public Future<Void> create(Tx tx, DocumentId id, Bytes seed) {
    Document document = new Document(new UUID(0, ++lastGeneration));
    document.entries.add(new Entry(1, seed, null));
    documents.put(id, document);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, PartnerId partner, Level level) {
    return grant(document, partner.value(), level);
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, MemberId member, Level level) {
    document(document).members.add(member.value());
    return grant(document, member.value(), level);
  }

  @Override
  public Future<Void> grantAll(Tx tx, List<Grant> grants) {
    grants.forEach(grant -> grant(grant.document(), grant.partner().value(), grant.level()));
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> grantMembers(Tx tx, Map<DocumentId, Map<MemberId, Level>> members) {
    members.forEach((id, granted) -> {
      document(id).members.forEach(document(id).access::remove);
      document(id).members.clear();
      granted.forEach((member, level) -> grant(tx, id, member, level));
    });
    return Future.succeededFuture();
  }

  @Override
  public Future<List<DocumentId>> bar(Tx tx, MemberId member) {
    barred.add(member);
    return Future.succeededFuture(List.copyOf(documents.keySet()));
  }

  @Override
  public Future<Long> freeze(Tx tx, DocumentId id, boolean frozen) {
    document(id).frozen = frozen;
    return Future.succeededFuture(document(id).seq);
  }

  /// From now on erasing is taken back, as where its transaction fails.
  public void keep() {
    keeps = true;
  }

  @Override
  public Future<Void> erase(Tx tx, DocumentId id) {
    Document document = keeps ? null : documents.remove(id);
    if (document != null) {
      document.access.values().removeIf(level -> level == Level.NONE);
      erased.put(id, document.access.keySet());
    }
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> wasErased(DocumentId id, Actor actor) {
    Set<UUID> could = erased.getOrDefault(id, Set.of());
    return Future.succeededFuture(
        could.contains(actor.partner().value()) || could.contains(actor.member().value()));
  }

  @Override
  public Future<Optional<Long>> lock(Tx tx, DocumentId id) {
    return Future.succeededFuture(
        Optional.ofNullable(documents.get(id)).map(document -> document.seq));
  }

  @Override
  public Future<Void> rewrite(Tx tx, DocumentId id, long seq, Bytes state) {
    Document document = document(id);
    document.entries.clear();
    document.organisations.clear();
    document.entries.add(new Entry(seq, state, null));
    document.snapshot = new Snapshot(seq, state);
    return Future.succeededFuture();
  }

  @Override
  public Future<List<Written>> written(Tx tx, DocumentId id, long afterSeq) {
    return written(id, afterSeq);
  }

  @Override
  public Future<List<Written>> written(DocumentId id, long afterSeq) {
    return since(id, afterSeq)
        .map(page ->
            page.stream()
                .map(entry -> {
                  PartnerId of = document(id).organisations.get(entry.seq());
                  return new Written(entry.seq(), entry.update(), entry.author(), of, null, 0);
                })
                .toList());
  }

  @Override
  public Future<List<Level>> levels(Actor actor, List<DocumentId> ids) {
    return Future.succeededFuture(ids.stream().map(id -> level(id, actor)).toList());
  }

  private Future<Void> grant(DocumentId id, UUID whom, Level level) {
    document(id).access.put(whom, level);
    return Future.succeededFuture();
  }

  @Override
  public Future<List<Outcome>> append(List<Addition> additions) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Addition addition : additions) {
      Level level = level(addition.document(), addition.author());
      outcomes.add(level.allows(Level.WRITE) ? stored(addition) : new Outcome.Refused(level));
    }
    return Future.succeededFuture(outcomes);
  }

  private Outcome stored(Addition addition) {
    Document document = document(addition.document());
    long seq = ++document.seq;
    document.entries.add(new Entry(seq, addition.update(), addition.author().member()));
    document.organisations.put(seq, addition.author().partner());
    return new Outcome.Stored(seq);
  }

  @Override
  public Future<List<Optional<Long>>> find(List<Addition> additions) {
    return Future.succeededFuture(additions.stream().map(this::find).toList());
  }

  private Optional<Long> find(Addition addition) {
    Document document = documents.get(addition.document());
    return document == null
        ? Optional.empty()
        : document.entries.reversed().stream()
            .filter(entry ->
                entry.update().equals(addition.update())
                    && addition.author().member().equals(entry.author()))
            .map(Entry::seq)
            .findFirst();
  }

  @Override
  public Future<Optional<Head>> head(DocumentId id) {
    return Future.succeededFuture(
        Optional.ofNullable(documents.get(id))
            .map(document -> new Head(document.generation, document.seq)));
  }

  @Override
  public Future<List<Entry>> since(DocumentId id, long afterSeq) {
    Document document = documents.get(id);
    return Future.succeededFuture(
        (document == null ? List.<Entry>of() : document.entries)
            .stream()
                .filter(entry -> entry.seq() > afterSeq)
                .limit(Limits.LOG_PAGE_ROWS_MAX)
                .toList());
  }

  @Override
  public Future<List<Level>> levels(DocumentId document, List<Actor> actors) {
    return Future.succeededFuture(actors.stream().map(actor -> level(document, actor)).toList());
  }

  @Override
  public Future<Void> save(DocumentId id, UUID generation, Snapshot snapshot) {
    Document document = documents.get(id);
    if (document != null && document.generation.equals(generation)) {
      Snapshot kept = document.snapshot;
      if (kept == null || kept.seq() < snapshot.seq()) {
        document.snapshot = snapshot;
      }
    }
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<Snapshot>> latest(DocumentId id, UUID generation) {
    return Future.succeededFuture(
        Optional.ofNullable(documents.get(id))
            .filter(document -> document.generation.equals(generation))
            .map(document -> document.snapshot));
  }

  /// What the actor may do now.
  public Level level(DocumentId id, Actor actor) {
    Document document = documents.get(id);
    if (document == null || barred.contains(actor.member())) {
      return Level.NONE;
    }
    Level partner = document.access.getOrDefault(actor.partner().value(), Level.NONE);
    Level member = document.access.getOrDefault(actor.member().value(), Level.NONE);
    Level level = partner.allows(member) ? partner : member;
    return document.frozen && level.allows(Level.WRITE) ? Level.COMMENT : level;
  }

  /// All rows of a document.
  public List<Entry> entries(DocumentId id) {
    return List.copyOf(document(id).entries);
  }

  private Document document(DocumentId id) {
    Document document = documents.get(id);
    if (document == null) {
      throw new IllegalStateException("no document " + id);
    }
    return document;
  }
}
