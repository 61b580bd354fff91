package nl.beleidstafel.mail;

/// The mail server that letters leave through. Printing it never shows the password.
///
/// @param user empty where the server asks for no login
/// @param from who they come from: an address, or a name with the address behind it in `<>`
public record MailSettings(
    String host, int port, Tls tls, String user, String password, String from) {
  /// How the connection is kept from others.
  public enum Tls {
    /// Asked for after connecting, and nothing is said without it.
    STARTTLS,
    /// From the first byte.
    TLS,
    /// Not at all: for a server on the same machine.
    NONE
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
