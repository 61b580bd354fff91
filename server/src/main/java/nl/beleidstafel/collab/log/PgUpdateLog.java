package nl.beleidstafel.collab.log;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.StoreException;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// The log in PostgreSQL. An append is one statement, a call of `append_updates` in the migration,
/// and its own transaction: one round trip, one commit.
final class PgUpdateLog implements UpdateLog {
  private static final String CREATE = "INSERT INTO document (id, seq) VALUES ($1, 1)";

  private static final String SEED =
      "INSERT INTO document_update (document, seq, bytes) VALUES ($1, 1, $2)";

  // Moving the epoch also takes the lock of the document's row, before access is written.
  private static final String LOCK_FOR_RIGHTS =
      "UPDATE document SET rights_epoch = rights_epoch + 1 WHERE id = $1";

  private static final String GRANT_PARTNER =
      """
      INSERT INTO document_access (document, partner, level) VALUES ($1, $2, $3)
      ON CONFLICT (document, partner) WHERE partner IS NOT NULL
        DO UPDATE SET level = excluded.level
      """;

  private static final String GRANT_MEMBER =
      """
      INSERT INTO document_access (document, member, level) VALUES ($1, $2, $3)
      ON CONFLICT (document, member) WHERE member IS NOT NULL
        DO UPDATE SET level = excluded.level
      """;

  private static final String MOVE_EPOCHS =
      "UPDATE document SET rights_epoch = rights_epoch + 1 WHERE id = ANY ($1)";

  private static final String TAKE =
      """
      DELETE FROM document_access a USING unnest($1::uuid[], $2::uuid[], $3::smallint[])
        AS w (document, partner, level)
      WHERE a.document = w.document AND a.partner = w.partner AND w.level = 0
      """;

  private static final String GIVE =
      """
      INSERT INTO document_access (document, partner, level)
      SELECT w.document, w.partner, w.level
      FROM unnest($1::uuid[], $2::uuid[], $3::smallint[]) AS w (document, partner, level)
      WHERE w.level > 0
      ON CONFLICT (document, partner) WHERE partner IS NOT NULL
        DO UPDATE SET level = excluded.level
      """;

  private static final String TAKE_FROM_MEMBERS =
      "DELETE FROM document_access WHERE document = ANY ($1) AND member IS NOT NULL";

  private static final String GIVE_MEMBERS =
      """
      INSERT INTO document_access (document, member, level)
      SELECT w.document, w.member, w.level
      FROM unnest($1::uuid[], $2::uuid[], $3::smallint[]) AS w (document, member, level)
        -- What was erased meanwhile has no rights.
        JOIN document d ON d.id = w.document
      WHERE w.level > 0
      """;

  /// Of a member who is nobody's any more, it cannot be told: then all documents there are.
  private static final String OPEN_TO =
      """
      SELECT a.document FROM document_access a
      WHERE a.member = $1 OR a.partner = (SELECT m.partner FROM member m WHERE m.id = $1)
      UNION
      SELECT d.id FROM document d WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.id = $1)
      """;

  private static final String BAR =
      "INSERT INTO barred (member) VALUES ($1) ON CONFLICT (member) DO NOTHING";

  private static final String LEVELS_OF_ONE =
      """
      SELECT document_level(w.document, $2, $3) AS level
      FROM unnest($1::uuid[]) WITH ORDINALITY AS w (document, ordinal)
      ORDER BY w.ordinal
      """;

  private static final String APPEND =
      "SELECT author_level, stored_seq FROM append_updates($1, $2, $3, $4, $5)";

  private static final String LOCK_ALL =
      "SELECT 1 FROM document WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

  private static final String FIND =
      """
      SELECT max(u.seq) AS seq
      FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) WITH ORDINALITY
        AS w (document, author, bytes, ordinal)
      LEFT JOIN document d ON d.id = w.document
      LEFT JOIN document_update u ON u.document = w.document AND u.seq > d.seq - $4
        AND u.author = w.author AND u.bytes = w.bytes
      GROUP BY w.ordinal
      ORDER BY w.ordinal
      """;

  private static final String HEAD = "SELECT generation, seq FROM document WHERE id = $1";

  private static final String SINCE =
      """
      SELECT seq, bytes, author FROM (
        SELECT seq, bytes, author, sum(length(bytes)) OVER (ORDER BY seq) - length(bytes) AS before
        FROM (
          SELECT seq, bytes, author FROM document_update
          WHERE document = $1 AND seq > $2 ORDER BY seq LIMIT $3
        ) next
      ) page
      WHERE before < $4
      ORDER BY seq
      """;

  private static final String WRITTEN =
      """
      SELECT seq, bytes, author, organisation, on_behalf_of, at FROM (
        SELECT *, sum(length(bytes)) OVER (ORDER BY seq) - length(bytes) AS before
        FROM (
          SELECT * FROM document_update WHERE document = $1 AND seq > $2 ORDER BY seq LIMIT $3
        ) next
      ) page
      WHERE before < $4
      ORDER BY seq
      """;

  private static final String FREEZE =
      """
      UPDATE document SET frozen = $2, rights_epoch = rights_epoch + 1 WHERE id = $1
      RETURNING seq
      """;

  private static final String LOCK = "SELECT seq FROM document WHERE id = $1 FOR UPDATE";

  private static final String KEEP_WHO_COULD_READ =
      """
      INSERT INTO erased_document (document, partner, member)
      SELECT document, partner, member FROM document_access WHERE document = $1 AND level > 0
      """;

  private static final String WAS_ERASED =
      """
      SELECT EXISTS (
        SELECT 1 FROM erased_document WHERE document = $1 AND (partner = $2 OR member = $3))
      """;

  private static final String REWRITE_SNAPSHOT =
      """
      INSERT INTO document_snapshot (document, generation, seq, bytes)
      SELECT id, generation, $2, $3 FROM document WHERE id = $1
      ON CONFLICT (document) DO UPDATE
        SET generation = excluded.generation, seq = excluded.seq, bytes = excluded.bytes,
          at = excluded.at
      """;

  private static final String LEVELS =
      """
      SELECT document_level($1, w.partner, w.member) AS level
      FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS w (partner, member, ordinal)
      ORDER BY w.ordinal
      """;

  private final Database database;

  PgUpdateLog(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> create(Tx tx, DocumentId document, Bytes seed) {
    return tx.query(CREATE, Tuple.of(document.value()))
        .compose(_ -> tx.query(SEED, Tuple.of(document.value(), buffer(seed))))
        .mapEmpty();
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, PartnerId partner, Level level) {
    return grant(tx, document, GRANT_PARTNER, partner.value(), level);
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, MemberId member, Level level) {
    return grant(tx, document, GRANT_MEMBER, member.value(), level);
  }

  private static Future<Void> grant(
      Tx tx, DocumentId document, String statement, UUID whom, Level level) {
    return tx.query(LOCK_FOR_RIGHTS, Tuple.of(document.value()))
        .compose(_ -> tx.query(statement, Tuple.of(document.value(), whom, (short) level.code())))
        .mapEmpty();
  }

  @Override
  public Future<Void> grantAll(Tx tx, List<Grant> grants) {
    if (grants.isEmpty()) {
      return Future.succeededFuture();
    }
    UUID[] documents = new UUID[grants.size()];
    UUID[] partners = new UUID[grants.size()];
    Short[] levels = new Short[grants.size()];
    for (int i = 0; i < documents.length; i++) {
      Grant grant = grants.get(i);
      documents[i] = grant.document().value();
      partners[i] = grant.partner().value();
      levels[i] = (short) grant.level().code();
    }
    Tuple rows = Tuple.of(documents, partners, levels);
    return lockForRights(tx, documents)
        .compose(_ -> tx.query(TAKE, rows))
        .compose(_ -> tx.query(GIVE, rows))
        .mapEmpty();
  }

  @Override
  public Future<Void> grantMembers(Tx tx, Map<DocumentId, Map<MemberId, Level>> members) {
    if (members.isEmpty()) {
      return Future.succeededFuture();
    }
    List<UUID> documents = new ArrayList<>();
    List<UUID> whom = new ArrayList<>();
    List<Short> levels = new ArrayList<>();
    members.forEach((document, granted) ->
        granted.forEach((member, level) -> {
          documents.add(document.value());
          whom.add(member.value());
          levels.add((short) level.code());
        }));
    UUID[] all = members.keySet().stream().map(DocumentId::value).toArray(UUID[]::new);
    Tuple rows =
        Tuple.of(
            documents.toArray(UUID[]::new),
            whom.toArray(UUID[]::new),
            levels.toArray(Short[]::new));
    return lockForRights(tx, all)
        .compose(_ -> tx.query(TAKE_FROM_MEMBERS, Tuple.of((Object) all)))
        .compose(_ -> tx.query(GIVE_MEMBERS, rows))
        .mapEmpty();
  }

  /// In two statements: an update alone locks its rows in no order.
  private static Future<Void> lockForRights(Tx tx, UUID[] documents) {
    return tx.query(LOCK_ALL, Tuple.of((Object) documents))
        .compose(_ -> tx.query(MOVE_EPOCHS, Tuple.of((Object) documents)))
        .mapEmpty();
  }

  @Override
  public Future<List<DocumentId>> bar(Tx tx, MemberId member) {
    return tx.query(OPEN_TO, Tuple.of(member.value()))
        .compose(rows -> {
          List<DocumentId> open = list(rows, row -> new DocumentId(row.getUUID(0)));
          UUID[] ids = open.stream().map(DocumentId::value).toArray(UUID[]::new);
          return lockForRights(tx, ids)
              .compose(_ -> tx.query(BAR, Tuple.of(member.value())))
              .map(open);
        });
  }

  @Override
  public Future<Long> freeze(Tx tx, DocumentId document, boolean frozen) {
    return tx.query(FREEZE, Tuple.of(document.value(), frozen))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<Void> erase(Tx tx, DocumentId document) {
    Tuple id = Tuple.of(document.value());
    return tx.query(LOCK, id)
        .compose(_ -> tx.query(KEEP_WHO_COULD_READ, id))
        .compose(_ -> tx.query("DELETE FROM document WHERE id = $1", id))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> wasErased(DocumentId document, Actor actor) {
    return database
        .query(
            WAS_ERASED, Tuple.of(document.value(), actor.partner().value(), actor.member().value()))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Future<Optional<Long>> lock(Tx tx, DocumentId document) {
    return tx.query(LOCK, Tuple.of(document.value()))
        .map(rows -> list(rows, row -> row.getLong(0)).stream().findFirst());
  }

  @Override
  public Future<Void> rewrite(Tx tx, DocumentId document, long seq, Bytes state) {
    Tuple values = Tuple.of(document.value(), seq, buffer(state));
    return tx.query("DELETE FROM document_update WHERE document = $1", Tuple.of(document.value()))
        .compose(_ ->
            tx.query(
                "INSERT INTO document_update (document, seq, bytes) VALUES ($1, $2, $3)", values))
        .compose(_ -> tx.query(REWRITE_SNAPSHOT, values))
        .mapEmpty();
  }

  @Override
  public Future<List<Level>> levels(Actor actor, List<DocumentId> documents) {
    UUID[] ids = documents.stream().map(DocumentId::value).toArray(UUID[]::new);
    Tuple values = Tuple.of(ids, actor.partner().value(), actor.member().value());
    return database
        .query(LEVELS_OF_ONE, values)
        .map(rows -> list(rows, row -> Level.ofCode(row.getShort(0))));
  }

  @Override
  public Future<List<Outcome>> append(List<Addition> additions) {
    return database
        .query(APPEND, new Columns(additions).tuple())
        .map(PgUpdateLog::outcomes)
        .recover(failure -> Future.failedFuture(doubted(failure)));
  }

  private static List<Outcome> outcomes(RowSet<Row> answers) {
    List<Outcome> outcomes = new ArrayList<>(answers.size());
    for (Row answer : answers) {
      Long seq = answer.getLong(1);
      outcomes.add(
          seq == null
              ? new Outcome.Refused(Level.ofCode(answer.getShort(0)))
              : new Outcome.Stored(seq));
    }
    return outcomes;
  }

  /// The statement commits by itself, so a connection that ends in it leaves open whether it did.
  /// Classes 08 (connection), 57 (shut down) and XX (crash) may be said after the commit.
  private static Throwable doubted(Throwable failure) {
    if (!(failure instanceof StoreException store)) {
      return failure;
    }
    String code = store.sqlState().orElse("");
    boolean answered =
        !code.isEmpty()
            && !code.startsWith("08")
            && !code.startsWith("57")
            && !code.startsWith("XX");
    return answered
        ? store
        : new StoreException(
            "append: " + store.getMessage(),
            true,
            StoreException.Outcome.UNKNOWN,
            store.sqlState().orElse(null),
            null,
            store);
  }

  @Override
  public Future<List<Optional<Long>>> find(List<Addition> additions) {
    var columns = new Columns(additions);
    return database.transaction(tx ->
        tx.query(LOCK_ALL, Tuple.of(columns.documents))
            .compose(_ -> tx.query(FIND, columns.searched()))
            .map(rows -> list(rows, row -> Optional.ofNullable(row.getLong(0)))));
  }

  @Override
  public Future<Optional<Head>> head(DocumentId document) {
    return database
        .query(HEAD, Tuple.of(document.value()))
        .map(rows ->
            list(rows, row -> new Head(row.getUUID(0), row.getLong(1))).stream().findFirst());
  }

  @Override
  public Future<List<Entry>> since(DocumentId document, long afterSeq) {
    return database
        .query(SINCE, page(document, afterSeq))
        .map(rows -> list(rows, PgUpdateLog::entry));
  }

  @Override
  public Future<List<Written>> written(DocumentId document, long afterSeq) {
    return database.query(WRITTEN, page(document, afterSeq)).map(PgUpdateLog::written);
  }

  @Override
  public Future<List<Written>> written(Tx tx, DocumentId document, long afterSeq) {
    return tx.query(WRITTEN, page(document, afterSeq)).map(PgUpdateLog::written);
  }

  private static Tuple page(DocumentId document, long afterSeq) {
    return Tuple.of(
        document.value(),
        afterSeq,
        (long) Limits.LOG_PAGE_ROWS_MAX,
        (long) Limits.LOG_PAGE_MAX_BYTES);
  }

  private static List<Written> written(RowSet<Row> rows) {
    return list(
        rows,
        row -> {
          UUID organisation = row.getUUID("organisation");
          return new Written(
              row.getLong("seq"),
              Bytes.wrap(row.getBuffer("bytes").getBytes()),
              member(row.getUUID("author")),
              organisation == null ? null : new PartnerId(organisation),
              member(row.getUUID("on_behalf_of")),
              row.getOffsetDateTime("at").toInstant().toEpochMilli());
        });
  }

  private static @Nullable MemberId member(@Nullable UUID id) {
    return id == null ? null : new MemberId(id);
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getLong(0), Bytes.wrap(row.getBuffer(1).getBytes()), member(row.getUUID(2)));
  }

  @Override
  public Future<List<Level>> levels(DocumentId document, List<Actor> actors) {
    UUID[] partners = new UUID[actors.size()];
    UUID[] members = new UUID[actors.size()];
    for (int i = 0; i < partners.length; i++) {
      partners[i] = actors.get(i).partner().value();
      members[i] = actors.get(i).member().value();
    }
    return database
        .query(LEVELS, Tuple.of(document.value(), partners, members))
        .map(rows -> list(rows, row -> Level.ofCode(row.getShort(0))));
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    List<T> list = new ArrayList<>(rows.size());
    for (Row row : rows) {
      list.add(read.apply(row));
    }
    return list;
  }

  static Buffer buffer(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }

  /// Additions as the arrays that `unnest` takes.
  private static final class Columns {
    private final UUID[] documents;
    private final UUID[] authors;
    private final UUID[] organisations;
    private final @Nullable UUID[] onBehalfOf;
    private final Buffer[] updates;

    Columns(List<Addition> additions) {
      int count = additions.size();
      documents = new UUID[count];
      authors = new UUID[count];
      organisations = new UUID[count];
      onBehalfOf = new @Nullable UUID[count];
      updates = new Buffer[count];
      for (int i = 0; i < count; i++) {
        Addition addition = additions.get(i);
        documents[i] = addition.document().value();
        authors[i] = addition.author().member().value();
        organisations[i] = addition.author().partner().value();
        MemberId proposer = addition.onBehalfOf();
        onBehalfOf[i] = proposer == null ? null : proposer.value();
        updates[i] = buffer(addition.update());
      }
    }

    Tuple tuple() {
      return Tuple.of(documents, authors, organisations, onBehalfOf, updates);
    }

    Tuple searched() {
      return Tuple.of(documents, authors, updates, (long) Limits.LOG_PAGE_ROWS_MAX);
    }
  }
}
