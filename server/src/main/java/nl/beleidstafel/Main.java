package nl.beleidstafel;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.config.Configuration;
import nl.beleidstafel.config.ConfigurationFile;
import nl.beleidstafel.config.ConfigurationRules.Outcome;
import nl.beleidstafel.db.embedded.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program: reads the configuration from the environment and starts the {@link Application}.
/// The only class that asks the system what it is.
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    switch (ConfigurationFile.read(environment)) {
      case Outcome.Bad bad -> refuse(bad.sentences());
      case Outcome.Good good -> run(good.configuration());
    }
  }

  private static void run(Configuration configuration) {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.toLevel(configuration.logLevel(), Level.INFO));
    }
    Platform platform =
        new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    Application application = new Application(configuration, platform);
    Runtime.getRuntime().addShutdownHook(new Thread(application::stop, "stop"));
    try {
      application.start();
    } catch (StartException failure) {
      LOG.debug("The start failed", failure);
      refuse(List.of(failure.sentence()));
    } catch (RuntimeException failure) {
      LOG.error("The start failed by a mistake of ours", failure);
      refuse(List.of("Beleidstafel could not start: the log above holds what to report to us."));
    }
  }

  private static void refuse(List<String> sentences) {
    sentences.forEach(System.err::println);
    System.exit(1);
  }
}
