package nl.beleidstafel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.protocol.hocuspocus.Address;
import nl.beleidstafel.protocol.hocuspocus.Frame;
import nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec;
import org.junit.jupiter.api.Test;

final class HocuspocusCodecTest {
  private static final String NAME = Golden.text("name");
  private static final Address ADDRESS = new Address(NAME);
  private static final Bytes UPDATE = Bytes.ofHex("0101b9600004010764656661756c7406c3a9f09f998200");

  @Test
  void readsWhatProvider4Sends_P1() {
    assertEquals(
        List.of(
            new Message.AuthToken("tökén", "4.8.0"),
            new Message.SyncStep1(Bytes.ofHex("00")),
            new Message.Presence(Bytes.ofHex("01b96000027b7d")),
            new Message.Presence(
                Bytes.ofHex("01b96001187b2275736572223a7b226e616d65223a225a6fc3ab227d7d")),
            new Message.Update(UPDATE),
            new Message.Stateless("{\"a\":1}"),
            new Message.Close("")),
        Golden.frames("hocuspocus4").stream().map(frame -> read(frame, ADDRESS)).toList());
  }

  @Test
  void readsWhatProvider3Sends_P2() {
    List<Message> messages =
        Golden.frames("hocuspocus3").stream().map(frame -> read(frame, ADDRESS)).toList();
    assertEquals(new Message.AuthToken("tökén", ""), messages.getFirst());
    assertEquals(new Message.Update(UPDATE), messages.get(4));
  }

  @Test
  void aSessionStandsBehindTheName_P3() {
    var address = new Address(NAME + "\0k2j4h5");
    assertEquals(NAME, address.document());
    for (Bytes frame : Golden.frames("hocuspocus4Session")) {
      read(frame, address);
    }
  }

  @Test
  void writesWhatHocuspocusWrites_P1() {
    Bytes vector = Golden.bytes("stateVector");
    Bytes update = Golden.bytes("update");
    assertWritten("step1", new Message.SyncStep1(vector));
    assertWritten("step2", new Message.SyncStep2(update));
    assertWritten("update", new Message.Update(update));
    assertWritten("presence", new Message.Presence(Golden.bytes("presence")));
    assertWritten("query", new Message.QueryPresence());
    assertWritten("authRequest", new Message.AuthRequest());
    assertWritten("authDenied", new Message.AuthDenied("geen recht"));
    assertWritten("readWrite", new Message.AuthGranted(false));
    assertWritten("readOnly", new Message.AuthGranted(true));
    assertWritten("stateless", new Message.Stateless("{}"));
    assertWritten("close", new Message.Close("weg"));
    assertWritten("applied", new Message.SyncStatus(true));
    assertWritten("refused", new Message.SyncStatus(false));
  }

  @Test
  void aHeartbeatIsOneByte_P4() {
    assertEquals(Bytes.ofHex("09"), HocuspocusCodec.encode(ADDRESS, new Message.Ping()));
    assertEquals(Bytes.ofHex("0a"), HocuspocusCodec.encode(ADDRESS, new Message.Pong()));
    assertEquals(new Frame.Heartbeat(new Message.Ping()), HocuspocusCodec.open(Bytes.ofHex("09")));
    assertEquals(new Frame.Heartbeat(new Message.Pong()), HocuspocusCodec.open(Bytes.ofHex("0a")));
  }

  @Test
  void aTokenIsWrittenAsTheProviderWritesIt_P1() {
    Bytes frame = Golden.frames("hocuspocus4").getFirst();
    assertEquals(frame, HocuspocusCodec.encode(ADDRESS, new Message.AuthToken("tökén", "4.8.0")));
  }

  @Test
  void whatNamesNoDocumentEndsTheSocket_P5() {
    for (String frame : List.of("", "00", "0120", "0100", "02ff", "0561", "ffffffffffffffffff01")) {
      var refused =
          assertThrows(
              ProtocolException.class, () -> HocuspocusCodec.open(Bytes.ofHex(frame)), frame);
      assertEquals(CloseReason.UNAUTHORIZED, refused.reason());
    }
    var writer = new ByteWriter();
    writer.writeVarString("a".repeat(Limits.ADDRESS_SIZE_MAX_BYTES + 1));
    assertThrows(ProtocolException.class, () -> HocuspocusCodec.open(writer.toBytes()));
  }

  @Test
  void whatNoClientSendsIsRefused_P6() {
    // Server-only types, client-only numbers the other way, bytes too few, bytes too many.
    for (String body :
        List.of(
            "",
            "040000",
            "0600",
            "0801",
            "09",
            "0a",
            "0b",
            "63",
            "0201",
            "0202",
            "00",
            "0000",
            "000000",
            "00030100",
            "000005",
            "01",
            "0105",
            "05",
            "0502ff61",
            "00000100ff",
            "0300")) {
      var refused =
          assertThrows(
              ProtocolException.class, () -> HocuspocusCodec.read(Bytes.ofHex(body)), body);
      assertEquals(CloseReason.RESET, refused.reason());
    }
  }

  @Test
  void tooLongTextIsRefused_P6() {
    var token = new ByteWriter();
    token.writeVarUint(2);
    token.writeVarUint(0);
    token.writeVarString("t".repeat(Limits.TOKEN_SIZE_MAX_BYTES + 1));
    assertThrows(ProtocolException.class, () -> HocuspocusCodec.read(token.toBytes()));
    var payload = new ByteWriter();
    payload.writeVarUint(5);
    payload.writeVarString("p".repeat(Limits.STATELESS_SIZE_MAX_BYTES + 1));
    assertThrows(ProtocolException.class, () -> HocuspocusCodec.read(payload.toBytes()));
  }

  private static Message read(Bytes bytes, Address expected) {
    Frame.Addressed frame = (Frame.Addressed) HocuspocusCodec.open(bytes);
    assertEquals(expected, frame.address());
    return HocuspocusCodec.read(frame.body());
  }

  private static void assertWritten(String name, Message message) {
    assertEquals(Golden.bytes("server", name), HocuspocusCodec.encode(ADDRESS, message), name);
  }
}
