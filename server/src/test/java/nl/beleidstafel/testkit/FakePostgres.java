package nl.beleidstafel.testkit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A server that lets everybody in, says that it is PostgreSQL of some version, and agrees to every
/// statement: enough to be asked who it is.
///
/// Source: PostgreSQL manual, "Message Formats".
public final class FakePostgres implements AutoCloseable {
  private static final int TLS_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;

  private final ServerSocket server;
  private final String version;

  private FakePostgres(ServerSocket server, String version) {
    this.server = server;
    this.version = version;
  }

  public static FakePostgres of(String version) {
    try {
      ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      FakePostgres fake = new FakePostgres(server, version);
      Thread.ofVirtual().start(fake::accept);
      return fake;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
      greet(in, out);
      while (true) {
        int type = in.readUnsignedByte();
        in.skipNBytes(in.readInt() - Integer.BYTES);
        if (type == 'S') {
          empty(out, '1');
          empty(out, '2');
        }
        if (type == 'S' || type == 'Q') {
          text(out, 'C', "SET");
          ready(out);
        }
      }
    } catch (IOException _) {
      // The client has left.
    }
  }

  private void greet(DataInputStream in, DataOutputStream out) throws IOException {
    int length = in.readInt();
    int code = in.readInt();
    while (code == TLS_REQUEST || code == GSS_REQUEST) {
      out.write('N');
      length = in.readInt();
      code = in.readInt();
    }
    in.skipNBytes(length - 2 * Integer.BYTES);
    out.write('R');
    out.writeInt(2 * Integer.BYTES);
    out.writeInt(0);
    text(out, 'S', "server_version\0" + version);
    text(out, 'S', "client_encoding\0UTF8");
    text(out, 'S', "DateStyle\0ISO, MDY");
    text(out, 'S', "standard_conforming_strings\0on");
    text(out, 'S', "integer_datetimes\0on");
    ready(out);
  }

  private static void ready(DataOutputStream out) throws IOException {
    out.write('Z');
    out.writeInt(Integer.BYTES + 1);
    out.write('I');
    out.flush();
  }

  private static void empty(DataOutputStream out, char type) throws IOException {
    out.write(type);
    out.writeInt(Integer.BYTES);
  }

  private static void text(DataOutputStream out, char type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(type);
    out.writeInt(Integer.BYTES + bytes.length + 1);
    out.write(bytes);
    out.write(0);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
