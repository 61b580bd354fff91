package nl.beleidstafel.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.config.Configuration.Mail;
import nl.beleidstafel.config.Configuration.Storage;
import org.jspecify.annotations.Nullable;

/// From what the file and the environment say to a {@link Configuration}, or to one sentence per
/// mistake; pure.
public final class ConfigurationRules {
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

  /// What came out.
  public sealed interface Outcome {
    record Good(Configuration configuration) implements Outcome {}

    /// @param sentences at least one, each says what to do
    record Bad(List<String> sentences) implements Outcome {
      public Bad {
        sentences = List.copyOf(sentences);
      }
    }
  }

  /// A value and the place where somebody set it; null is our own.
  private record Given(Object value, @Nullable String place) {}

  private final String fileName;
  private final List<String> mistakes = new ArrayList<>();
  private final Map<Setting, Given> given = new LinkedHashMap<>();

  private ConfigurationRules(String fileName) {
    this.fileName = fileName;
  }

  /// Reads everything and reports every mistake.
  ///
  /// @param file the file's tree: maps, and numbers, truths and texts as leaves
  /// @param environment all variables; those that are not ours are ignored
  /// @param passwordFile what a file named by `database.password-file` or `mail.password-file`
  ///   holds, given its path; empty where it cannot be read
  public static Outcome read(
      String fileName,
      Map<String, ?> file,
      Map<String, String> environment,
      Function<String, Optional<String>> passwordFile) {
    ConfigurationRules rules = new ConfigurationRules(fileName);
    rules.takeFile("", file);
    rules.takeEnvironment(new TreeMap<>(environment));
    Optional<Configuration> configuration =
        rules.mistakes.isEmpty() ? rules.join(passwordFile) : Optional.empty();
    return configuration.isPresent() && rules.mistakes.isEmpty()
        ? new Outcome.Good(configuration.get())
        : new Outcome.Bad(rules.mistakes);
  }

  private void takeFile(String above, Map<String, ?> tree) {
    for (Map.Entry<String, ?> entry : tree.entrySet()) {
      String key = above + entry.getKey();
      Object value = entry.getValue();
      Optional<Setting> setting = byKey(key);
      if (setting.isPresent()) {
        // A key without a value leaves the setting as it is.
        if (value != null) {
          take(setting.get(), value, "\"" + key + "\" in " + fileName);
        }
      } else if (value instanceof Map<?, ?> deeper && isSection(key)) {
        takeFile(key + ".", texts(deeper));
      } else if (!isSection(key) || value != null) {
        mistakes.add(
            "%s has \"%s\", which is no setting%s"
                .formatted(fileName, key, advice(key, keys(), "\"")));
      }
    }
  }

  private void takeEnvironment(Map<String, String> environment) {
    String port = environment.get(Settings.PORT_VARIABLE);
    if (port != null && !port.isEmpty()) {
      take(Settings.PORT, port, Settings.PORT_VARIABLE);
    }
    environment.forEach((name, value) -> {
      if (!Setting.isOurs(name) || name.equals(Settings.FILE_VARIABLE) || value.isEmpty()) {
        return;
      }
      Settings.ALL.stream()
          .filter(setting -> setting.variable().equals(name))
          .findFirst()
          .ifPresentOrElse(
              setting -> take(setting, value, name),
              () ->
                  mistakes.add(
                      "The environment variable %s is no setting%s"
                          .formatted(name, advice(name, Settings.variables(), ""))));
    });
  }

  private void take(Setting setting, Object value, String place) {
    Optional<Object> parsed = setting.parse(value);
    if (parsed.isPresent()) {
      given.put(setting, new Given(parsed.get(), place));
    } else {
      String shown = setting.secret() || value instanceof Map ? "" : ", not \"" + value + "\"";
      mistakes.add("%s must be %s%s.".formatted(place, setting.expectation(), shown));
    }
  }

  private Optional<Configuration> join(Function<String, Optional<String>> passwordFile) {
    String host = text(Settings.HOST);
    Optional<URI> publicUrl = publicUrl(host);
    Optional<Storage> storage = storage(passwordFile);
    Optional<Mail> mail = mail(passwordFile);
    if (publicUrl.isEmpty() || storage.isEmpty()) {
      return Optional.empty();
    }
    boolean behindProxy = (Boolean) value(Settings.BEHIND_PROXY);
    boolean embedded = storage.get() instanceof Storage.Embedded;
    String wish = text(Settings.DEMONSTRATION);
    boolean demonstration = wish.equals("auto") ? embedded : Boolean.parseBoolean(wish);
    if (demonstration
        && !(isLoopback(host) && isLoopback(publicUrl.get().getHost()) && !behindProxy)) {
      mistakes.add(
          ("The demonstration has passwords that everybody knows, so it runs on this machine alone:"
                  + " set %s=false to serve others, or leave out %s, %s and %s.")
              .formatted(
                  Settings.DEMONSTRATION.variable(),
                  Settings.HOST.variable(),
                  Settings.PUBLIC_URL.variable(),
                  Settings.BEHIND_PROXY.variable()));
    }
    return Optional.of(
        new Configuration(
            fileName.contains("/") ? fileName.substring(0, fileName.lastIndexOf('/') + 1) : ".",
            host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
            number(Settings.PORT),
            publicUrl.get(),
            behindProxy,
            demonstration,
            demonstration && text(Settings.DEMONSTRATION_PLAN).equals("written"),
            storage.get(),
            number(Settings.DATABASE_CONNECTIONS),
            mail,
            secretsKeyFile(),
            providerHosts(),
            text(Settings.LOG_LEVEL),
            number(Settings.STOP_SECONDS) * 1000L));
  }

  private String secretsKeyFile() {
    String file = text(Settings.SECRETS_KEY_FILE);
    return file.isEmpty() ? text(Settings.DATA_DIRECTORY) + "/secrets.key" : file;
  }

  private Set<String> providerHosts() {
    Set<String> hosts = new TreeSet<>();
    for (String each : text(Settings.IDENTITY_PROVIDER_HOSTS).split("[,\\s]+")) {
      String host = each.toLowerCase(Locale.ROOT);
      if (host.matches("[a-z0-9.-]+(:\\d{1,5})?")) {
        hosts.add(host);
      } else if (!host.isEmpty()) {
        mistakes.add(
            "%s must be names of hosts with commas between, such as login.example.nl, not \"%s\"."
                .formatted(place(Settings.IDENTITY_PROVIDER_HOSTS), each));
      }
    }
    return hosts;
  }

  private Optional<URI> publicUrl(String host) {
    String text = text(Settings.PUBLIC_URL);
    if (text.isEmpty()) {
      if (EVERY_ADDRESS.contains(host)) {
        mistakes.add(
            ("With %s %s the server cannot know its own name: set public-url (%s), such as"
                    + " https://beleid.example.nl.")
                .formatted(Settings.HOST.key(), host, Settings.PUBLIC_URL.variable()));
        return Optional.empty();
      }
      String name = isLoopback(host) ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
      return Optional.of(URI.create("http://" + name + ":" + number(Settings.PORT)));
    }
    try {
      URI uri = new URI(text);
      boolean plain =
          ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && (uri.getRawPath() == null || uri.getRawPath().matches("/?"))
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      if (plain) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException _) {
      // Said below.
    }
    mistakes.add(
        ("%s must be http:// or https:// with a host and no path, such as"
                + " https://beleid.example.nl, not \"%s\".")
            .formatted(place(Settings.PUBLIC_URL), text));
    return Optional.empty();
  }

  private Optional<Storage> storage(Function<String, Optional<String>> passwordFile) {
    String url = text(Settings.DATABASE_URL);
    if (url.isEmpty()) {
      return Optional.of(new Storage.Embedded(text(Settings.DATA_DIRECTORY)));
    }
    Optional<String> password =
        password(Settings.DATABASE_PASSWORD, Settings.DATABASE_PASSWORD_FILE, passwordFile);
    if (password.isEmpty()) {
      return Optional.empty();
    }
    String known = password.get();
    return switch (DatabaseUrlRules.read(url, known.isEmpty() ? null : known)) {
      case DatabaseUrlRules.Read.Good good -> Optional.of(new Storage.External(good.url()));
      case DatabaseUrlRules.Read.Bad bad -> {
        mistakes.add("%s %s.".formatted(place(Settings.DATABASE_URL), bad.what()));
        yield Optional.empty();
      }
    };
  }

  private Optional<Mail> mail(Function<String, Optional<String>> passwordFile) {
    String host = text(Settings.MAIL_HOST);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    String from = text(Settings.MAIL_FROM);
    String address = from.endsWith(">") ? from.substring(from.lastIndexOf('<') + 1) : from;
    if (Email.parse(address.replace(">", "")).isEmpty()
        || from.codePoints().anyMatch(Character::isISOControl)) {
      mistakes.add(
          "With mail.host mails need a sender: set mail.from (%s), such as %s."
              .formatted(Settings.MAIL_FROM.variable(), "Beleidstafel <beleidstafel@example.nl>"));
    }
    String user = text(Settings.MAIL_USER);
    if (!user.isEmpty() && text(Settings.MAIL_TLS).equals("none") && !isLoopback(host)) {
      mistakes.add(
          "%s none would send the password of mail.user as plain text: set starttls or tls."
              .formatted(place(Settings.MAIL_TLS)));
    }
    return password(Settings.MAIL_PASSWORD, Settings.MAIL_PASSWORD_FILE, passwordFile)
        .map(password ->
            new Mail(
                host, number(Settings.MAIL_PORT), text(Settings.MAIL_TLS), user, password, from));
  }

  /// The password that is set or that a file holds; empty, with a mistake said, where the file
  /// cannot be read.
  private Optional<String> password(
      Setting plain, Setting file, Function<String, Optional<String>> passwordFile) {
    String path = text(file);
    if (path.isEmpty()) {
      return Optional.of(text(plain));
    }
    Optional<String> kept = passwordFile.apply(path);
    if (kept.isEmpty()) {
      mistakes.add(
          "%s names %s, which cannot be read: correct the path or its rights."
              .formatted(place(file), path));
    }
    return kept;
  }

  /// An address that only this machine reaches.
  static boolean isLoopback(@Nullable String host) {
    return host != null
        && (host.equals("localhost")
            || host.equals("::1")
            || host.equals("[::1]")
            || host.matches("127(\\.\\d{1,3}){3}"));
  }

  private Object value(Setting setting) {
    Given here = given.get(setting);
    return here == null ? setting.preset() : here.value();
  }

  private String text(Setting setting) {
    return (String) value(setting);
  }

  private int number(Setting setting) {
    return (Integer) value(setting);
  }

  private String place(Setting setting) {
    Given here = given.get(setting);
    return here == null || here.place() == null ? setting.key() : here.place();
  }

  private static Optional<Setting> byKey(String key) {
    return Settings.ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  private static boolean isSection(String key) {
    return Settings.ALL.stream().anyMatch(setting -> setting.key().startsWith(key + "."));
  }

  private static List<String> keys() {
    return Settings.ALL.stream()
        .map(Setting::key)
        .flatMap(key ->
            key.contains(".") ? Stream.of(key.substring(0, key.indexOf('.')), key) : Stream.of(key))
        .toList();
  }

  private static Map<String, Object> texts(Map<?, ?> tree) {
    Map<String, Object> named = new LinkedHashMap<>();
    tree.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }

  private static String advice(String name, Iterable<String> known, String quote) {
    return Nearest.to(name, known)
        .map(near -> "; did you mean " + quote + near + quote + "?")
        .orElse(": remove it, config/application.yaml explains all there are.");
  }
}
