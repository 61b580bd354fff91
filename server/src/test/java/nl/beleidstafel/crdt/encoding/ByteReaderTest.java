package nl.beleidstafel.crdt.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.CrdtException;
import org.junit.jupiter.api.Test;

final class ByteReaderTest {
  private static ByteReader reader(String hex) {
    return ByteReader.of(Bytes.ofHex(hex));
  }

  @Test
  void integersReachExactly53Bits() {
    assertEquals((1L << 53) - 1, reader("ffffffffffffff0f").readVarUint());
    assertThrows(CrdtException.class, () -> reader("8080808080808010").readVarUint());
    assertThrows(CrdtException.class, () -> reader("808080808080808000").readVarUint());
    assertThrows(CrdtException.class, () -> reader("80808080808080808000").readVarUint());
    assertEquals(-((1L << 53) - 1), reader("ffffffffffffff1f").readVarInt());
    assertThrows(CrdtException.class, () -> reader("ff").readVarUint());
  }

  @Test
  void whatIsWrittenIsRead() {
    for (int bits = 0; bits < 53; bits++) {
      for (long value : new long[] {1L << bits, (1L << bits) - 1, -(1L << bits)}) {
        ByteWriter out = new ByteWriter();
        out.writeVarInt(value);
        out.writeVarUint(Math.abs(value));
        ByteReader in = ByteReader.of(out.toBytes());
        assertEquals(value, in.readVarInt());
        assertEquals(Math.abs(value), in.readVarUint());
        in.expectEnd();
      }
    }
  }

  @Test
  void aNegativeZeroIsKept() {
    ByteWriter out = new ByteWriter();
    out.writeSigned(0, true);
    assertTrue(ByteReader.of(out.toBytes()).nextIsNegative());
    ByteWriter any = new ByteWriter();
    AnyCodec.write(any, -0.0);
    assertEquals(-0.0, AnyCodec.read(ByteReader.of(any.toBytes())));
  }

  @Test
  void malformedTextIsRefused() {
    List<String> malformed =
        List.of("01ff", "02c080", "03eda080", "04f4908080", "03e28082".substring(0, 6), "05e4bda0");
    for (String hex : malformed) {
      assertThrows(CrdtException.class, () -> reader(hex).readVarString(), hex);
    }
    assertEquals("é你😀", reader("09c3a9e4bda0f09f9880").readVarString());
  }

  @Test
  void halfAPairIsWrittenAsAReplacement() {
    ByteWriter out = new ByteWriter();
    out.writeVarString("a\ud83db");
    assertEquals("a\ufffdb", ByteReader.of(out.toBytes()).readVarString());
  }

  @Test
  void valuesSurviveInTheirOneForm() {
    Object value =
        Values.of(
            Map.of(
                "list",
                Arrays.asList(1, 2.5, null, true, "é", 1e300, 1L << 40, List.of(Map.of())),
                "bytes",
                Bytes.ofHex("00ff")));
    ByteWriter out = new ByteWriter();
    AnyCodec.write(out, value);
    assertEquals(value, AnyCodec.read(ByteReader.of(out.toBytes())));
  }

  @Test
  void numbersArePrintedAsInJavaScript() {
    Map<Double, String> expected =
        Map.of(
            1e21,
            "1e+21",
            1e20,
            "100000000000000000000",
            123456.75,
            "123456.75",
            1e-6,
            "0.000001",
            1.5e-7,
            "1.5e-7",
            -0.1,
            "-0.1",
            Double.MIN_VALUE,
            "5e-324",
            1.7976931348623157e308,
            "1.7976931348623157e+308",
            Double.NaN,
            "NaN");
    expected.forEach((number, text) -> assertEquals(text, Script.text((Object) number)));
  }

  @Test
  void jsonIsReadStrictlyAndPrintedCanonically() {
    String canonical = "{\"a\":[1,-2.5,null,true,\"\\\"\\n\\u0001é\"],\"b\":{}}";
    assertEquals(canonical, JsonWriter.print(JsonReader.parse(canonical)));
    for (String text : List.of("", "01", "1.", "{a:1}", "[1,]", "\"\t\"", "nul", "1 2", "+1")) {
      assertThrows(CrdtException.class, () -> JsonReader.parse(text), text);
    }
  }
}
