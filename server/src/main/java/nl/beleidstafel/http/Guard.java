package nl.beleidstafel.http;

/// Who may call a route at all; what exactly they may do there is the endpoint's own question.
public enum Guard {
  /// Anybody.
  PUBLIC,
  /// Whoever has a session.
  MEMBER,
  /// Whoever has a session, even one that may do nothing yet but set up a second factor.
  ENTERING,
  /// Whoever has a session of their own account: not who came by a personal link.
  ACCOUNT,
  /// Whoever has a session and administers their municipality.
  ADMINISTRATOR
}
