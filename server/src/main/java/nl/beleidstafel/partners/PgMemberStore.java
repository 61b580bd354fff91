package nl.beleidstafel.partners;

import static nl.beleidstafel.partners.PgRows.all;
import static nl.beleidstafel.partners.PgRows.at;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V002__identity.sql` and `V010__people.sql`.
final class PgMemberStore implements MemberStore {
  /// Whether member `m` comes in by an account of their own, whatever the way.
  static final String ACCOUNT =
      "(m.password_hash IS NOT NULL"
          + " OR EXISTS (SELECT 1 FROM passkey k WHERE k.member = m.id)"
          + " OR EXISTS (SELECT 1 FROM provider_subject s WHERE s.member = m.id))";

  private static final String LIST =
      "SELECT m.id, m.partner, m.name, m.email, m.administrator, m.operator, m.contact, "
          + ACCOUNT
          + " AS account, m.removed_at IS NOT NULL AS removed,"
          + " l.expires_at AS link_until"
          + " FROM member m LEFT JOIN (SELECT member, max(expires_at) AS expires_at"
          + " FROM personal_link GROUP BY member) l ON l.member = m.id"
          + " WHERE m.municipality = $1 ORDER BY m.created_at, m.id";

  private final Database database;

  PgMemberStore(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Person>> list(MunicipalityId municipality) {
    return database
        .query(LIST, Tuple.of(municipality.value()))
        .map(rows -> all(rows, PgMemberStore::person));
  }

  @Override
  public Future<List<Person>> list(Tx tx, MunicipalityId municipality) {
    return tx.query(LIST, Tuple.of(municipality.value()))
        .map(rows -> all(rows, PgMemberStore::person));
  }

  @Override
  public Future<Optional<Standing>> standing(Actor actor) {
    return database
        .query(
            "SELECT partner, administrator, operator, contact FROM member"
                + " WHERE id = $1 AND municipality = $2 AND removed_at IS NULL",
            Tuple.of(actor.member().value(), actor.municipality().value()))
        .map(rows ->
            all(
                    rows,
                    row ->
                        new Standing(
                            new PartnerId(row.getUUID("partner")),
                            row.getBoolean("administrator") && !actor.byLink(),
                            row.getBoolean("operator") && !actor.byLink(),
                            row.getBoolean("contact") && !actor.byLink()))
                .stream()
                .findFirst());
  }

  @Override
  public Future<Void> insert(Tx tx, NewMember member, long nowMs) {
    return tx.query(
            "INSERT INTO member (id, municipality, partner, name, email, password_hash,"
                + " administrator, contact, created_at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            Tuple.tuple()
                .addUUID(member.id().value())
                .addUUID(member.municipality().value())
                .addUUID(member.partner().value())
                .addString(member.name())
                .addString(member.email().value())
                .addString(member.passwordHash().orElse(null))
                .addBoolean(member.administrator())
                .addBoolean(member.contact())
                .addOffsetDateTime(at(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> knows(Tx tx, MunicipalityId municipality, Email email) {
    return tx.query(
            "SELECT 1 FROM member WHERE municipality = $1 AND email = $2",
            Tuple.of(municipality.value(), email.value()))
        .map(rows -> rows.size() > 0);
  }

  @Override
  public Future<Void> change(
      Tx tx, MemberId member, boolean administrator, boolean operator, boolean contact) {
    return tx.query(
            "UPDATE member SET administrator = $2, operator = $3, contact = $4 WHERE id = $1",
            Tuple.of(member.value(), administrator, operator, contact))
        .mapEmpty();
  }

  @Override
  public Future<Void> lock(Tx tx, Set<MemberId> members) {
    UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
    return tx.query(
            "SELECT 1 FROM member WHERE id = ANY ($1) ORDER BY id FOR UPDATE",
            Tuple.tuple().addArrayOfUUID(ids))
        .mapEmpty();
  }

  @Override
  public Future<Void> rename(Tx tx, MemberId member, String name) {
    return tx.query("UPDATE member SET name = $2 WHERE id = $1", Tuple.of(member.value(), name))
        .mapEmpty();
  }

  @Override
  public Future<Void> remove(Tx tx, MemberId member, long nowMs) {
    Tuple id = Tuple.of(member.value());
    // What waits to be sent to them would tell the next owner of the address too much.
    return tx.query(
            "DELETE FROM mail USING member m WHERE m.id = $1 AND mail.recipient = m.email"
                + " AND mail.municipality = m.municipality",
            id)
        .compose(_ -> tx.query("DELETE FROM personal_link WHERE member = $1", id))
        .compose(_ ->
            tx.query(
                "UPDATE member SET removed_at = $2, email = NULL, password_hash = NULL,"
                    + " administrator = false, operator = false, contact = false WHERE id = $1",
                Tuple.of(member.value(), at(nowMs))))
        .mapEmpty();
  }

  @Override
  public Future<Void> blank(Tx tx, MemberId member) {
    return tx.query(
            "UPDATE member SET name = NULL WHERE id = $1 AND removed_at IS NOT NULL",
            Tuple.of(member.value()))
        .mapEmpty();
  }

  @Override
  public Future<Map<UUID, String>> names(MunicipalityId municipality, Set<UUID> ids) {
    return database
        .query(
            "SELECT id, name FROM member WHERE municipality = $1 AND id = ANY($2)"
                + " AND name IS NOT NULL"
                + " UNION ALL SELECT id, name FROM partner"
                + " WHERE municipality = $1 AND id = ANY($2)"
                + " UNION ALL SELECT id, name FROM municipality WHERE id = $1 AND id = ANY($2)",
            Tuple.tuple().addUUID(municipality.value()).addArrayOfUUID(ids.toArray(UUID[]::new)))
        .map(rows -> {
          Map<UUID, String> names = new HashMap<>();
          rows.forEach(row -> names.put(row.getUUID("id"), row.getString("name")));
          return names;
        });
  }

  @Override
  public Future<String> about(MemberId member) {
    return database
        .query(
            """
            SELECT jsonb_pretty(jsonb_build_object(
              'person', (SELECT jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email,
                  'administrator', m.administrator, 'operator', m.operator,
                  'contactPerson', m.contact, 'since', m.created_at)
                FROM member m WHERE m.id = $1),
              'partner', (SELECT jsonb_build_object('name', p.name, 'kind', p.kind)
                FROM partner p JOIN member m ON m.partner = p.id WHERE m.id = $1),
              'municipality', (SELECT g.name FROM municipality g
                JOIN member m ON m.municipality = g.id WHERE m.id = $1),
              'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                  'begun', s.created_at, 'lastSeen', s.seen_at) ORDER BY s.created_at), '[]')
                FROM session s WHERE s.member = $1),
              'invitationsSent', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                  'at', i.created_at, 'accepted', i.accepted_at, 'withdrawn', i.withdrawn_at)
                  ORDER BY i.created_at), '[]')
                FROM invitation i WHERE i.invited_by = $1),
              'deeds', (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY d.at), '[]') FROM (
                SELECT a.at, a.action, a.object_kind, a.object, a.result, a.origin,
                    a.actor = $1 AS by_you
                  FROM audit a JOIN member m ON m.id = $1
                  WHERE a.municipality = m.municipality
                    AND (a.actor = $1 OR (a.object_kind = 'member' AND a.object = $1::text))
                  ORDER BY a.id DESC LIMIT $2) d)
            )) AS about\
            """,
            Tuple.of(member.value(), (long) Limits.EXPORT_DEEDS_MAX))
        .map(rows -> rows.iterator().next().getString("about"));
  }

  private static Person person(Row row) {
    return new Person(
        new MemberId(row.getUUID("id")),
        new PartnerId(row.getUUID("partner")),
        Optional.ofNullable(row.getString("name")),
        Optional.ofNullable(row.getString("email")),
        row.getBoolean("administrator"),
        row.getBoolean("operator"),
        row.getBoolean("contact"),
        row.getBoolean("account"),
        row.getBoolean("removed"),
        Optional.ofNullable(row.getOffsetDateTime("link_until")).map(PgRows::ms));
  }
}
