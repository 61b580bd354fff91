package nl.beleidstafel.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.protocol.hocuspocus.Frame;
import nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec;
import nl.beleidstafel.protocol.ywebsocket.YWebsocketCodec;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// Golden frames, damaged at random, given to every decoder: nothing but {@link ProtocolException}
/// comes out.
final class ProtocolMutationPropertyTest {
  private static final List<Bytes> GOLDEN = Golden.all();

  @Test
  void onlyProtocolExceptionsComeOut_P13() {
    int[] outcomes = new int[2];
    Seeds.each(
        2_000,
        random -> {
          Bytes frame = mutated(random);
          outcomes[decodes(() -> hocuspocus(frame)) ? 0 : 1]++;
          outcomes[decodes(() -> YWebsocketCodec.decode(frame)) ? 0 : 1]++;
          outcomes[decodes(() -> Presence.decode(frame)) ? 0 : 1]++;
          outcomes[decodes(() -> HocuspocusCodec.read(frame)) ? 0 : 1]++;
        });
    // The law is empty where all frames pass or all fail.
    assertTrue(outcomes[0] + outcomes[1] < 100 || (outcomes[0] > 0 && outcomes[1] > 0));
  }

  private static void hocuspocus(Bytes frame) {
    if (HocuspocusCodec.open(frame) instanceof Frame.Addressed addressed) {
      HocuspocusCodec.read(addressed.body());
    }
  }

  private static boolean decodes(Runnable decoding) {
    try {
      decoding.run();
      return true;
    } catch (ProtocolException refused) {
      return false;
    }
  }

  private static Bytes mutated(SplittableRandom random) {
    byte[] bytes = GOLDEN.get(random.nextInt(GOLDEN.size())).toArray();
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes = mutate(bytes, random);
    }
    return Bytes.wrap(bytes);
  }

  private static byte[] mutate(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length + 1);
    int kind = random.nextInt(5);
    if (kind == 0 && at < bytes.length) {
      bytes[at] = (byte) random.nextInt(256);
      return bytes;
    } else if (kind == 1 && at < bytes.length) {
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      return bytes;
    } else if (kind == 2) {
      return Bytes.wrap(bytes).slice(0, at).toArray();
    } else if (kind == 3) {
      return Bytes.wrap(bytes).slice(at, bytes.length - at).toArray();
    }
    byte[] other = GOLDEN.get(random.nextInt(GOLDEN.size())).toArray();
    byte[] joined = new byte[at + other.length];
    System.arraycopy(bytes, 0, joined, 0, at);
    System.arraycopy(other, 0, joined, at, other.length);
    return joined;
  }
}
