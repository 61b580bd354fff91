package nl.beleidstafel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.protocol.ywebsocket.YWebsocketCodec;
import org.junit.jupiter.api.Test;

final class YWebsocketCodecTest {
  private static final List<Message> CLIENT =
      List.of(
          new Message.SyncStep1(Bytes.ofHex("00")),
          new Message.Presence(Bytes.ofHex("01b96000027b7d")),
          new Message.Presence(
              Bytes.ofHex("01b96001187b2275736572223a7b226e616d65223a225a6fc3ab227d7d")),
          new Message.Update(Bytes.ofHex("0101b9600004010764656661756c7406c3a9f09f998200")));

  @Test
  void readsWhatTheClientSends_P7() {
    assertEquals(
        CLIENT,
        Golden.frames("yWebsocket3").stream()
            .flatMap(frame -> YWebsocketCodec.decode(frame).stream())
            .toList());
  }

  @Test
  void aFrameHoldsSeveralMessages_P8() {
    var writer = new ByteWriter();
    Golden.frames("yWebsocket3").forEach(writer::writeBytes);
    assertEquals(CLIENT, YWebsocketCodec.decode(writer.toBytes()));
  }

  @Test
  void aFrameOfTooManyMessagesIsRefused_P8() {
    var writer = new ByteWriter();
    for (int i = 0; i <= Limits.FRAME_MESSAGES_MAX; i++) {
      writer.writeVarUint(3);
    }
    assertThrows(ProtocolException.class, () -> YWebsocketCodec.decode(writer.toBytes()));
  }

  @Test
  void writesWhatYProtocolsWrites_P7() {
    Bytes update = Golden.bytes("update");
    assertWritten("step1", new Message.SyncStep1(Golden.bytes("stateVector")));
    assertWritten("step2", new Message.SyncStep2(update));
    assertWritten("update", new Message.Update(update));
    assertWritten("presence", new Message.Presence(Golden.bytes("presence")));
    assertWritten("query", new Message.QueryPresence());
    assertWritten("authDenied", new Message.AuthDenied("geen recht"));
  }

  @Test
  void whatTheDialectCannotSayIsLeftOut_P9() {
    for (Message message :
        List.of(
            new Message.SyncStatus(true),
            new Message.AuthGranted(true),
            new Message.AuthRequest(),
            new Message.Stateless("{}"),
            new Message.Close("weg"),
            new Message.Ping())) {
      assertEquals(Optional.empty(), YWebsocketCodec.encode(message));
    }
  }

  @Test
  void malformedFramesAreRefused_P6() {
    for (String frame : List.of("", "00", "0000", "00000500", "04", "02", "6600", "0105", "0003")) {
      var refused =
          assertThrows(
              ProtocolException.class, () -> YWebsocketCodec.decode(Bytes.ofHex(frame)), frame);
      assertEquals(CloseReason.RESET, refused.reason());
    }
  }

  private static void assertWritten(String name, Message message) {
    assertEquals(Optional.of(Golden.bytes("yServer", name)), YWebsocketCodec.encode(message), name);
  }
}
