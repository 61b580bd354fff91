package nl.beleidstafel.interview;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.interview.CalendarFile.Party;
import nl.beleidstafel.interview.Interview.Respondent;
import org.jspecify.annotations.Nullable;

/// The store in PostgreSQL: tables of `V080__interview_invitation.sql`.
record PgInvitedStore(Database database) implements InvitedStore {
  private static final String INVITED =
      """
      SELECT i.calendar_edition, i.organiser, v.interview, v.member
      FROM interview i LEFT JOIN interview_invited v ON v.interview = i.id
      WHERE i.id = $1
      """;

  private interface Query extends BiFunction<String, Tuple, Future<RowSet<Row>>> {}

  @Override
  public Future<Invited> invited(InterviewId interview) {
    return invited(database::query, interview);
  }

  @Override
  public Future<Invited> invited(Tx tx, InterviewId interview) {
    return invited(tx::query, interview);
  }

  private static Future<Invited> invited(Query query, InterviewId interview) {
    return query
        .apply(INVITED, Tuple.of(interview.value()))
        .map(rows -> {
          int edition = 0;
          UUID organiser = null;
          Set<MemberId> members = new HashSet<>();
          boolean respondent = false;
          for (Row row : rows) {
            edition = row.getInteger("calendar_edition");
            organiser = row.getUUID("organiser");
            UUID member = row.getUUID("member");
            if (member != null) {
              members.add(new MemberId(member));
            } else if (row.getUUID("interview") != null) {
              respondent = true;
            }
          }
          return new Invited(
              edition, organiser == null ? null : new MemberId(organiser), members, respondent);
        });
  }

  @Override
  public Future<Void> edition(Tx tx, InterviewId interview, int edition, MemberId organiser) {
    return tx.query(
            "UPDATE interview SET calendar_edition = $2, organiser = $3 WHERE id = $1",
            Tuple.of(interview.value(), edition, organiser.value()))
        .mapEmpty();
  }

  @Override
  public Future<Void> add(Tx tx, InterviewId interview, @Nullable MemberId member, long nowMs) {
    return tx.query(
            "INSERT INTO interview_invited (interview, member, at) VALUES ($1, $2, $3)",
            Tuple.tuple()
                .addUUID(interview.value())
                .addUUID(member == null ? null : member.value())
                .addOffsetDateTime(
                    OffsetDateTime.ofInstant(Instant.ofEpochMilli(nowMs), ZoneOffset.UTC)))
        .mapEmpty();
  }

  @Override
  public Future<Void> remove(Tx tx, InterviewId interview, @Nullable MemberId member) {
    return tx.query(
            "DELETE FROM interview_invited"
                + " WHERE interview = $1 AND member IS NOT DISTINCT FROM $2",
            Tuple.tuple()
                .addUUID(interview.value())
                .addUUID(member == null ? null : member.value()))
        .mapEmpty();
  }

  @Override
  public Future<Map<MemberId, Party>> addresses(Tx tx, Set<MemberId> members) {
    UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
    return tx.query(
            "SELECT id, name, email FROM member WHERE id = ANY ($1) AND removed_at IS NULL",
            Tuple.of((Object) ids))
        .map(rows -> {
          Map<MemberId, Party> addresses = new HashMap<>();
          for (Row row : rows) {
            addresses.put(
                new MemberId(row.getUUID("id")),
                new Party(row.getString("name"), row.getString("email")));
          }
          return addresses;
        });
  }

  @Override
  public Future<Respondent> respondent(Tx tx, InterviewId interview) {
    return tx.query(
            "SELECT name, email FROM respondent WHERE interview = $1", Tuple.of(interview.value()))
        .map(rows -> {
          for (Row row : rows) {
            return new Respondent(row.getString(0), row.getString(1));
          }
          return Respondent.NOBODY;
        });
  }

  @Override
  public Future<Optional<String>> town(Tx tx, MunicipalityId municipality) {
    return tx.query("SELECT name FROM municipality WHERE id = $1", Tuple.of(municipality.value()))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(row.getString(0));
          }
          return Optional.empty();
        });
  }
}
