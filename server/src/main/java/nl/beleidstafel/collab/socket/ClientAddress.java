package nl.beleidstafel.collab.socket;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Whose sockets are counted together: an IPv4 address, or the first half of an IPv6 address, all
/// of which one subscriber has.
record ClientAddress(String network) {
  private static final int NETWORK_SIZE_BYTES = 8;
  private static final int TEXT_LENGTH_MAX = 64;

  /// Empty for the machine itself: who is on it needs no socket to do harm.
  static Optional<ClientAddress> of(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      // A proxy's own words: all that it cannot name is one.
      String shown = address.substring(0, Math.min(TEXT_LENGTH_MAX, address.length()));
      return Optional.of(new ClientAddress(shown));
    }
    try {
      InetAddress known = InetAddress.getByAddress(bytes);
      byte[] whole = known.getAddress();
      return known.isLoopbackAddress()
          ? Optional.empty()
          : Optional.of(
              new ClientAddress(
                  HexFormat.of()
                      .formatHex(
                          Arrays.copyOf(whole, Math.min(whole.length, NETWORK_SIZE_BYTES)))));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
