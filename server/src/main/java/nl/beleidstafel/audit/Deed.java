package nl.beleidstafel.audit;

import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import org.jspecify.annotations.Nullable;

/// Something that was done, or refused.
///
/// @param municipality null where none is concerned
/// @param actor who acted; null where nobody is known
/// @param action as `feature.verb`: `session.open`, `member.remove`
/// @param objectKind what it was done to: `member`, `section`
/// @param object its id
/// @param origin the network address of the request; empty where the server acted by itself
public record Deed(
    @Nullable MunicipalityId municipality,
    @Nullable MemberId actor,
    String action,
    String objectKind,
    String object,
    Result result,
    String origin) {
  /// How it ended.
  public enum Result {
    DONE,
    REFUSED
  }

  /// What an actor did in their own municipality.
  public static Deed done(
      Actor actor, String action, String objectKind, Object object, String origin) {
    return new Deed(
        actor.municipality(),
        actor.member(),
        action,
        objectKind,
        object.toString(),
        Result.DONE,
        origin);
  }

  /// What an actor tried in their own municipality, and may not.
  public static Deed refused(
      Actor actor, String action, String objectKind, Object object, String origin) {
    return new Deed(
        actor.municipality(),
        actor.member(),
        action,
        objectKind,
        object.toString(),
        Result.REFUSED,
        origin);
  }
}
