package nl.beleidstafel.partners;

import static nl.beleidstafel.partners.PgRows.all;
import static nl.beleidstafel.partners.PgRows.at;
import static nl.beleidstafel.partners.PgRows.buffer;
import static nl.beleidstafel.partners.PgRows.ms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V010__people.sql`.
final class PgInvitationStore implements InvitationStore {
  private static final String COLUMNS =
      "i.id, i.partner, i.name, i.email, i.contact, i.administrator, i.sent_at, i.expires_at";
  private static final String LIST =
      "SELECT "
          + COLUMNS
          + " FROM invitation i WHERE i.municipality = $1 AND i.email IS NOT NULL"
          + " ORDER BY i.created_at DESC, i.id";

  private final Database database;
  private final boolean withDemonstration;

  PgInvitationStore(Database database, boolean withDemonstration) {
    this.database = database;
    this.withDemonstration = withDemonstration;
  }

  @Override
  public Future<List<Invitation>> list(MunicipalityId municipality) {
    return database
        .query(LIST, Tuple.of(municipality.value()))
        .map(rows -> all(rows, PgInvitationStore::invitation));
  }

  @Override
  public Future<List<Invitation>> list(Tx tx, MunicipalityId municipality) {
    return tx.query(LIST, Tuple.of(municipality.value()))
        .map(rows -> all(rows, PgInvitationStore::invitation));
  }

  @Override
  public Future<Void> insert(
      Tx tx,
      MunicipalityId municipality,
      Invitation invitation,
      Bytes tokenHash,
      Optional<MemberId> by) {
    return tx.query(
            "DELETE FROM invitation WHERE municipality = $1 AND email IS NULL AND sent_at < $2",
            Tuple.of(municipality.value(), at(invitation.sentAtMs() - Limits.INVITATION_KEPT_MS)))
        .compose(_ ->
            tx.query(
                "INSERT INTO invitation (id, municipality, partner, name, email, contact,"
                    + " administrator, token_hash, invited_by, created_at, sent_at, expires_at)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)",
                Tuple.tuple()
                    .addUUID(invitation.id())
                    .addUUID(municipality.value())
                    .addUUID(invitation.partner().value())
                    .addString(invitation.name())
                    .addString(invitation.email())
                    .addBoolean(invitation.contact())
                    .addBoolean(invitation.administrator())
                    .addBuffer(buffer(tokenHash))
                    .addUUID(by.map(MemberId::value).orElse(null))
                    .addOffsetDateTime(at(invitation.sentAtMs()))
                    .addOffsetDateTime(at(invitation.expiresAtMs()))))
        .mapEmpty();
  }

  @Override
  public Future<Void> renew(Tx tx, UUID invitation, Bytes tokenHash, long nowMs, long expiresAtMs) {
    return tx.query(
            "UPDATE invitation SET token_hash = $2, sent_at = $3, expires_at = $4 WHERE id = $1",
            Tuple.of(invitation, buffer(tokenHash), at(nowMs), at(expiresAtMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> withdraw(Tx tx, UUID invitation, long nowMs) {
    return tx.query(
            "UPDATE invitation SET withdrawn_at = $2, name = NULL, email = NULL"
                + " WHERE id = $1 AND email IS NOT NULL",
            Tuple.of(invitation, at(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> withdrawAll(Tx tx, PartnerId partner, long nowMs) {
    return tx.query(
            "UPDATE invitation SET withdrawn_at = $2, name = NULL, email = NULL"
                + " WHERE partner = $1 AND email IS NOT NULL",
            Tuple.of(partner.value(), at(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Found> byToken(Tx tx, Bytes tokenHash, long nowMs) {
    return tx.query(
            "SELECT "
                + COLUMNS
                + ", i.municipality, i.accepted_at, i.withdrawn_at, p.name AS partner_name,"
                + " g.name AS municipality_name"
                + " FROM invitation i JOIN partner p ON p.id = i.partner"
                + " JOIN municipality g ON g.id = i.municipality"
                + " WHERE i.token_hash = $1 AND (NOT g.demonstration OR $2) FOR UPDATE OF i",
            Tuple.of(buffer(tokenHash), withDemonstration))
        .map(rows ->
            all(rows, row -> found(row, nowMs)).stream().findFirst().orElseGet(Found.Unknown::new));
  }

  private static Found found(Row row, long nowMs) {
    if (row.getOffsetDateTime("accepted_at") != null) {
      return new Found.Accepted();
    }
    if (row.getOffsetDateTime("withdrawn_at") != null) {
      return new Found.Withdrawn();
    }
    Invitation invitation = invitation(row);
    return invitation.expiresAtMs() <= nowMs
        ? new Found.Expired()
        : new Found.Open(
            invitation,
            new MunicipalityId(row.getUUID("municipality")),
            row.getString("municipality_name"),
            row.getString("partner_name"));
  }

  @Override
  public Future<Void> accept(Tx tx, UUID invitation, long nowMs) {
    return tx.query(
            "UPDATE invitation SET accepted_at = $2, name = NULL, email = NULL WHERE id = $1",
            Tuple.of(invitation, at(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> waitsFor(Tx tx, MunicipalityId municipality, Email email) {
    return tx.query(
            "SELECT 1 FROM invitation WHERE municipality = $1 AND email = $2",
            Tuple.of(municipality.value(), email.value()))
        .map(rows -> rows.size() > 0);
  }

  @Override
  public Future<Void> putLink(
      Tx tx, UUID id, MemberId member, Bytes tokenHash, long nowMs, long expiresAtMs) {
    return dropLink(tx, member)
        .compose(_ ->
            tx.query(
                "INSERT INTO personal_link (id, member, token_hash, created_at, expires_at)"
                    + " VALUES ($1, $2, $3, $4, $5)",
                Tuple.of(id, member.value(), buffer(tokenHash), at(nowMs), at(expiresAtMs))))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> addLink(
      Tx tx, UUID id, MemberId member, Bytes tokenHash, long nowMs, long expiresAtMs) {
    return tx.query(
            "INSERT INTO personal_link (id, member, token_hash, created_at, expires_at)"
                + " SELECT $1, m.id, $3, $4, $5 FROM member m WHERE m.id = $2"
                + " AND m.removed_at IS NULL AND NOT m.administrator AND NOT "
                + PgMemberStore.ACCOUNT
                + " AND EXISTS (SELECT FROM personal_link l WHERE l.member = m.id)",
            Tuple.of(id, member.value(), buffer(tokenHash), at(nowMs), at(expiresAtMs)))
        .compose(rows ->
            rows.rowCount() == 0
                ? Future.succeededFuture(false)
                : tx.query(
                        "DELETE FROM personal_link WHERE member = $1 AND expires_at <= $2",
                        Tuple.of(member.value(), at(nowMs)))
                    .map(true));
  }

  @Override
  public Future<Void> dropLink(Tx tx, MemberId member) {
    return tx.query("DELETE FROM personal_link WHERE member = $1", Tuple.of(member.value()))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Link>> linkByToken(Bytes tokenHash) {
    return database
        .query(
            "SELECT l.id, l.member, l.expires_at, m.municipality, m.name, "
                + PgMemberStore.ACCOUNT
                + " AS account, p.name AS partner_name,"
                + " g.name AS municipality_name"
                + " FROM personal_link l JOIN member m ON m.id = l.member"
                + " JOIN partner p ON p.id = m.partner JOIN municipality g ON g.id = m.municipality"
                + " WHERE l.token_hash = $1 AND m.removed_at IS NULL"
                + " AND (NOT g.demonstration OR $2)",
            Tuple.of(buffer(tokenHash), withDemonstration))
        .map(rows -> all(rows, PgInvitationStore::link).stream().findFirst());
  }

  private static Link link(Row row) {
    return new Link(
        row.getUUID("id"),
        new MemberId(row.getUUID("member")),
        new MunicipalityId(row.getUUID("municipality")),
        row.getString("name"),
        row.getString("partner_name"),
        row.getString("municipality_name"),
        row.getBoolean("account"),
        ms(row.getOffsetDateTime("expires_at")));
  }

  private static Invitation invitation(Row row) {
    return new Invitation(
        row.getUUID("id"),
        new PartnerId(row.getUUID("partner")),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("contact"),
        row.getBoolean("administrator"),
        ms(row.getOffsetDateTime("sent_at")),
        ms(row.getOffsetDateTime("expires_at")));
  }
}
