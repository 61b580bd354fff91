package nl.beleidstafel.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.beleidstafel.config.Setting.Kind;

/// All settings there are. `config/application.yaml` explains each; a test compares the two.
public final class Settings {
  static final Setting HOST = text("host", "127.0.0.1");
  static final Setting PORT = new Setting("port", new Kind.Whole(0, 65_535), 8080, false);
  static final Setting PUBLIC_URL = text("public-url", "");
  static final Setting BEHIND_PROXY = new Setting("behind-proxy", new Kind.Flag(), false, false);
  static final Setting DEMONSTRATION =
      new Setting(
          "demonstration", new Kind.Choice(List.of("auto", "true", "false")), "auto", false);
  static final Setting DEMONSTRATION_PLAN =
      new Setting(
          "demonstration-plan", new Kind.Choice(List.of("written", "model")), "written", false);
  static final Setting DATA_DIRECTORY = text("data-directory", "data");
  static final Setting DATABASE_URL = new Setting("database.url", new Kind.Text(), "", true);
  static final Setting DATABASE_PASSWORD =
      new Setting("database.password", new Kind.Text(), "", true);
  static final Setting DATABASE_PASSWORD_FILE = text("database.password-file", "");
  static final Setting DATABASE_CONNECTIONS =
      new Setting("database.connections", new Kind.Whole(2, 200), 16, false);
  static final Setting MAIL_HOST = text("mail.host", "");
  static final Setting MAIL_PORT = new Setting("mail.port", new Kind.Whole(1, 65_535), 587, false);
  static final Setting MAIL_TLS =
      new Setting(
          "mail.tls", new Kind.Choice(List.of("starttls", "tls", "none")), "starttls", false);
  static final Setting MAIL_USER = text("mail.user", "");
  static final Setting MAIL_PASSWORD = new Setting("mail.password", new Kind.Text(), "", true);
  static final Setting MAIL_PASSWORD_FILE = text("mail.password-file", "");
  static final Setting MAIL_FROM = text("mail.from", "");
  static final Setting SECRETS_KEY_FILE = text("secrets-key-file", "");
  static final Setting IDENTITY_PROVIDER_HOSTS = text("identity-provider-hosts", "");
  static final Setting LOG_LEVEL =
      new Setting(
          "log-level", new Kind.Choice(List.of("error", "warn", "info", "debug")), "info", false);
  static final Setting STOP_SECONDS =
      new Setting("stop-seconds", new Kind.Whole(1, 300), 20, false);

  /// In the order of the file.
  public static final List<Setting> ALL =
      List.of(
          HOST,
          PORT,
          PUBLIC_URL,
          BEHIND_PROXY,
          DEMONSTRATION,
          DEMONSTRATION_PLAN,
          DATA_DIRECTORY,
          DATABASE_URL,
          DATABASE_PASSWORD,
          DATABASE_PASSWORD_FILE,
          DATABASE_CONNECTIONS,
          MAIL_HOST,
          MAIL_PORT,
          MAIL_TLS,
          MAIL_USER,
          MAIL_PASSWORD,
          MAIL_PASSWORD_FILE,
          MAIL_FROM,
          SECRETS_KEY_FILE,
          IDENTITY_PROVIDER_HOSTS,
          LOG_LEVEL,
          STOP_SECONDS);

  /// The usual name for the port, beside the setting's own.
  public static final String PORT_VARIABLE = "PORT";

  /// Names another file than `config/application.yaml`.
  public static final String FILE_VARIABLE = "BELEIDSTAFEL_CONFIG";

  private Settings() {}

  /// Every environment variable that the server reads.
  public static Set<String> variables() {
    return Stream.concat(
            ALL.stream().map(Setting::variable), Stream.of(PORT_VARIABLE, FILE_VARIABLE))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Setting text(String key, String preset) {
    return new Setting(key, new Kind.Text(), preset, false);
  }
}
