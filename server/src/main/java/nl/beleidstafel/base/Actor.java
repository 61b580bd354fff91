package nl.beleidstafel.base;

/// Who acts: a member, at their partner, in their municipality, as the server knows them. Names and
/// mark are what others see of them; only the ids are ever written to a log.
///
/// @param badge two letters that stand for the partner
/// @param colour the partner's colour, 0 to 15, an index into the theme
/// @param administrator whether they administer their municipality: people, partners, settings
/// @param byLink whether they came by a personal link, without an account
public record Actor(
    MunicipalityId municipality,
    PartnerId partner,
    MemberId member,
    String name,
    String partnerName,
    String badge,
    int colour,
    boolean administrator,
    boolean byLink) {
  /// Somebody with an account.
  public Actor(
      MunicipalityId municipality,
      PartnerId partner,
      MemberId member,
      String name,
      String partnerName,
      String badge,
      int colour,
      boolean administrator) {
    this(municipality, partner, member, name, partnerName, badge, colour, administrator, false);
  }
}
