package nl.beleidstafel.testkit;

import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;

/// People and documents for tests, told apart by a number.
public final class Actors {
  private Actors() {}

  /// A member who is alone at their partner.
  public static Actor actor(int number) {
    return actor(number, number);
  }

  public static Actor actor(int member, int partner) {
    return new Actor(
        new MunicipalityId(new UUID(1, 1)),
        new PartnerId(new UUID(2, partner)),
        new MemberId(new UUID(3, member)),
        "Member " + member,
        "Partner " + partner,
        "P" + partner % 10,
        partner % 16,
        false);
  }

  public static DocumentId document(int number) {
    return new DocumentId(new UUID(4, number));
  }
}
