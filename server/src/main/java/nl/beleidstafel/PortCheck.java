package nl.beleidstafel;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;

/// Asks for the port before anything else is started, so that a port in use costs nothing.
final class PortCheck {
  private PortCheck() {}

  static void free(String host, int port) throws StartException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException failure) {
      throw explained(host, port, failure);
    }
  }

  /// The sentence for what binding threw.
  static StartException explained(String host, int port, Throwable failure) {
    String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    String sentence;
    if (failure instanceof UnknownHostException || said.contains("cannot assign")) {
      sentence = "This machine has no address %s: correct BELEIDSTAFEL_HOST.".formatted(host);
    } else if (said.contains("permission denied")) {
      sentence =
          "Port %d needs rights that Beleidstafel does not have: set PORT to one above 1023."
              .formatted(port);
    } else if (failure instanceof BindException || said.contains("in use")) {
      sentence =
          "Port %d on %s is in use: stop the program that has it, or set PORT to another."
              .formatted(port, host);
    } else {
      sentence = "Port %d on %s cannot be opened: %s.".formatted(port, host, said);
    }
    return new StartException(sentence, failure);
  }
}
