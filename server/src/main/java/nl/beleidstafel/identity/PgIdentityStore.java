package nl.beleidstafel.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V002__identity.sql`.
final class PgIdentityStore implements IdentityStore {
  private static final int ACCOUNTS_OF_ADDRESS_MAX = 4;
  private static final long SEEN_STEP_MS = 60_000;

  static final String ACTOR =
      "m.id, m.municipality, m.partner, m.name, m.administrator,"
          + " p.name AS partner_name, p.badge, p.colour";
  private static final String PEOPLE =
      " member m JOIN partner p ON p.id = m.partner JOIN municipality g ON g.id = m.municipality";

  /// Whose session this is: token, now, longest unseen, and whether demonstrations count.
  static final String SESSION =
      "SELECT s.seen_at, s.link IS NOT NULL AS by_link, "
          + ACTOR
          + " FROM session s JOIN"
          + PEOPLE.replace(" member m JOIN", " member m ON m.id = s.member JOIN")
          + " WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3"
          + " AND m.removed_at IS NULL AND"
          + shown("$4");

  /// Behind it: whose session may do nothing yet but set up what the municipality requires.
  static final String ENTERING = " (g.second_factor_required AND s.kind = 'password') ";

  private final Database database;
  private final boolean withDemonstration;

  PgIdentityStore(Database database, boolean withDemonstration) {
    this.database = database;
    this.withDemonstration = withDemonstration;
  }

  @Override
  public Future<List<Account>> accounts(Email email) {
    return database
        .query(
            "SELECT m.id, m.municipality, m.password_hash FROM"
                + PEOPLE
                + " WHERE m.email = $1 AND"
                + shown("$2")
                + "ORDER BY m.created_at, m.id LIMIT "
                + ACCOUNTS_OF_ADDRESS_MAX,
            Tuple.of(email.value(), withDemonstration))
        .map(rows -> list(rows).stream().map(PgIdentityStore::account).toList());
  }

  @Override
  public Future<Void> open(NewSession session, long nowMs, long seenAfterMs) {
    // Sessions past their absolute age are not seen any more, so they end up unseen, too.
    return database
        .query(
            "INSERT INTO session"
                + " (token_hash, member, kind, described, expires_at, created_at, seen_at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $6)",
            Tuple.of(
                buffer(session.tokenHash()),
                session.member().value(),
                session.kind().word(),
                session.described(),
                at(session.expiresAtMs()),
                at(nowMs)))
        .compose(_ ->
            database.query(
                "DELETE FROM session WHERE token_hash IN (SELECT token_hash FROM session"
                    + " WHERE seen_at <= $1 ORDER BY seen_at LIMIT 100"
                    + " FOR UPDATE SKIP LOCKED)",
                Tuple.of(at(seenAfterMs))))
        .compose(_ ->
            database.query(
                "DELETE FROM session WHERE token_hash IN (SELECT token_hash FROM session"
                    + " WHERE member = $1 ORDER BY created_at DESC OFFSET $2 LIMIT 100"
                    + " FOR UPDATE SKIP LOCKED)",
                Tuple.of(session.member().value(), (long) Limits.SESSIONS_OF_MEMBER_MAX)))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Actor>> actor(Bytes tokenHash, long nowMs, long seenAfterMs) {
    return database
        .query(
            SESSION + " AND NOT" + ENTERING,
            Tuple.of(buffer(tokenHash), at(nowMs), at(seenAfterMs), withDemonstration))
        .compose(rows -> {
          Optional<Row> row = first(rows);
          Optional<Actor> actor = row.map(found -> actor(found, found.getBoolean("by_link")));
          OffsetDateTime step = at(nowMs - SEEN_STEP_MS);
          return row.isPresent() && row.get().getOffsetDateTime("seen_at").isBefore(step)
              ? seen(tokenHash, nowMs).map(actor)
              : Future.succeededFuture(actor);
        });
  }

  @Override
  public Future<Optional<Look>> look(Bytes tokenHash) {
    return database
        .query(
            "SELECT s.expires_at, s.seen_at, s.link IS NOT NULL AS by_link, "
                + ACTOR
                + " FROM session s JOIN"
                + PEOPLE.replace(" member m JOIN", " member m ON m.id = s.member JOIN")
                + " WHERE s.token_hash = $1 AND m.removed_at IS NULL AND"
                + shown("$2")
                + "AND NOT"
                + ENTERING,
            Tuple.of(buffer(tokenHash), withDemonstration))
        .map(rows ->
            first(rows)
                .map(row ->
                    new Look(
                        actor(row, row.getBoolean("by_link")),
                        ms(row, "expires_at"),
                        ms(row, "seen_at"))));
  }

  private static long ms(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant().toEpochMilli();
  }

  private Future<RowSet<Row>> seen(Bytes tokenHash, long nowMs) {
    return database.query(
        "UPDATE session SET seen_at = greatest(seen_at, $2) WHERE token_hash = $1",
        Tuple.of(buffer(tokenHash), at(nowMs)));
  }

  @Override
  public Future<Void> close(Bytes tokenHash) {
    return database
        .query("DELETE FROM session WHERE token_hash = $1", Tuple.of(buffer(tokenHash)))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Profile>> profile(MemberId member) {
    return database
        .query(
            "SELECT m.email, g.name AS municipality_name, m.operator, m.contact, "
                + ACTOR
                + " FROM"
                + PEOPLE
                + " WHERE m.id = $1 AND m.removed_at IS NULL AND"
                + shown("$2"),
            Tuple.of(member.value(), withDemonstration))
        .map(rows ->
            first(rows)
                .map(row ->
                    new Profile(
                        actor(row),
                        row.getString("email"),
                        row.getString("municipality_name"),
                        row.getBoolean("operator"),
                        row.getBoolean("contact"))));
  }

  @Override
  public Future<Optional<String>> name(MunicipalityId municipality) {
    return database
        .query("SELECT name FROM municipality WHERE id = $1", Tuple.of(municipality.value()))
        .map(rows -> first(rows).map(row -> row.getString("name")));
  }

  @Override
  public Future<Optional<Actor>> demonstrationCoordinator() {
    return database
        .query(
            "SELECT "
                + ACTOR
                + " FROM"
                + PEOPLE
                + " WHERE g.demonstration AND p.kind = 'municipality'"
                + " ORDER BY m.created_at, m.id LIMIT 1")
        .map(rows -> first(rows).map(PgIdentityStore::actor));
  }

  @Override
  public Future<Void> foundDemonstration(Founding founding, long nowMs) {
    // A second node waits here for the first one's commit, and then does nothing.
    return database.transaction(tx ->
        insert(tx, founding, nowMs, " ON CONFLICT DO NOTHING")
            .compose(made -> made ? people(tx, founding, nowMs) : Future.<Void>succeededFuture()));
  }

  @Override
  public Future<Boolean> hasMembers() {
    return database
        .query("SELECT 1 FROM" + PEOPLE + " WHERE NOT g.demonstration LIMIT 1")
        .map(rows -> rows.size() > 0);
  }

  @Override
  public Future<Void> keepLink(Bytes tokenHash, long expiresAtMs) {
    return database
        .query(
            "INSERT INTO administrator_link (token_hash, expires_at) VALUES ($1, $2)",
            Tuple.of(buffer(tokenHash), at(expiresAtMs)))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> found(Bytes linkHash, Founding founding, long nowMs) {
    return database.transaction(tx ->
        // One founding at a time, whichever of several good links is used.
        tx.query("LOCK TABLE administrator_link IN EXCLUSIVE MODE")
            .compose(_ ->
                tx.query(
                    "SELECT 1 FROM administrator_link"
                        + " WHERE token_hash = $1 AND expires_at > $2"
                        + " AND NOT EXISTS (SELECT 1 FROM"
                        + PEOPLE
                        + " WHERE NOT g.demonstration)",
                    Tuple.of(buffer(linkHash), at(nowMs))))
            .compose(good ->
                good.size() == 0
                    ? Future.succeededFuture(false)
                    : insert(tx, founding, nowMs, "")
                        .compose(_ -> people(tx, founding, nowMs))
                        .compose(_ -> tx.query("DELETE FROM administrator_link"))
                        .map(true)));
  }

  private static Future<Boolean> insert(Tx tx, Founding founding, long nowMs, String conflict) {
    return tx.query(
            "INSERT INTO municipality (id, name, demonstration, created_at)"
                + " VALUES ($1, $2, $3, $4)"
                + conflict,
            Tuple.of(founding.id().value(), founding.name(), founding.demonstration(), at(nowMs)))
        .map(rows -> rows.rowCount() == 1);
  }

  private static Future<Void> people(Tx tx, Founding founding, long nowMs) {
    List<Tuple> partners = new ArrayList<>();
    List<Tuple> members = new ArrayList<>();
    for (NewPartner partner : founding.partners()) {
      partners.add(
          Tuple.of(
              partner.id().value(),
              founding.id().value(),
              partner.kind(),
              partner.name(),
              partner.badge(),
              (short) partner.colour(),
              at(nowMs)));
      for (NewMember member : partner.members()) {
        members.add(
            Tuple.tuple()
                .addUUID(member.id().value())
                .addUUID(founding.id().value())
                .addUUID(partner.id().value())
                .addString(member.name())
                .addString(member.email().value())
                .addString(member.passwordHash())
                .addBoolean(member.administrator())
                .addOffsetDateTime(at(nowMs)));
      }
    }
    return tx.batch(
            "INSERT INTO partner (id, municipality, kind, name, badge, colour, created_at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7)",
            partners)
        .compose(_ ->
            tx.batch(
                "INSERT INTO member (id, municipality, partner, name, email, password_hash,"
                    + " administrator, operator, contact, created_at)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7, $7, true, $8)",
                members))
        .mapEmpty();
  }

  private static Account account(Row row) {
    return new Account(
        new MemberId(row.getUUID("id")),
        new MunicipalityId(row.getUUID("municipality")),
        Optional.ofNullable(row.getString("password_hash")));
  }

  static Actor actor(Row row) {
    return actor(row, false);
  }

  private static Actor actor(Row row, boolean byLink) {
    return new Actor(
        new MunicipalityId(row.getUUID("municipality")),
        new PartnerId(row.getUUID("partner")),
        new MemberId(row.getUUID("id")),
        row.getString("name"),
        row.getString("partner_name"),
        row.getString("badge"),
        row.getShort("colour"),
        row.getBoolean("administrator") && !byLink,
        byLink);
  }

  /// True for what may be seen: the parameter says whether demonstrations count.
  private static String shown(String parameter) {
    return " (NOT g.demonstration OR " + parameter + ") ";
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return list(rows).stream().findFirst();
  }

  private static Buffer buffer(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }

  private static OffsetDateTime at(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
