package nl.beleidstafel.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.image.Pictures.Cleaned;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

final class PicturesTest {
  private static final String MARKER = "Jan Jansen, Kerkstraat 1";

  @Test
  void aPictureKeepsItsPixels() throws IOException {
    Picture picture = ready(encoded("png", 40, 20));
    assertEquals("image/png", picture.mediaType());
    assertEquals(40, picture.width());
    assertEquals(20, picture.height());
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(picture.bytes().toArray()));
    assertEquals(Color.RED.getRGB(), shown.getRGB(1, 1));
    assertEquals(Color.BLUE.getRGB(), shown.getRGB(39, 19));
  }

  @Test
  void nothingBesideThePixelsSurvives() throws IOException {
    Bytes jpeg = encoded("jpeg", 40, 20);
    Bytes marked = withSegment(jpeg, 0xFE, MARKER.getBytes(StandardCharsets.UTF_8));
    assertTrue(text(marked).contains(MARKER));
    assertFalse(text(ready(marked).bytes()).contains(MARKER));
  }

  @Test
  void aPictureTakenSidewaysStandsUpright() throws IOException {
    Bytes jpeg = encoded("jpeg", 40, 20);
    // A little-endian TIFF with one entry: orientation 6, "turn right".
    byte[] exif =
        Bytes.ofHex(
                "457869660000"
                    + "49492a0008000000"
                    + "0100"
                    + "1201030001000000"
                    + "06000000"
                    + "00000000")
            .toArray();
    Picture picture = ready(withSegment(jpeg, 0xE1, exif));
    assertEquals(20, picture.width());
    assertEquals(40, picture.height());
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(picture.bytes().toArray()));
    Color topRight = new Color(shown.getRGB(18, 1));
    assertTrue(topRight.getRed() > 150 && topRight.getBlue() < 100, topRight.toString());
  }

  @Test
  void aLargePictureShrinksToAPage() throws IOException {
    Picture picture = ready(encoded("png", Limits.IMAGE_SIDE_MAX_PIXELS * 2, 10));
    assertEquals(Limits.IMAGE_SIDE_MAX_PIXELS, picture.width());
    assertEquals(5, picture.height());
  }

  @Test
  void aBombIsRefusedByItsHeader() throws IOException {
    byte[] png = encoded("png", 10, 10).toArray();
    // Width and height of IHDR, 60,000 each; the checksum is wrong then, but it is not reached.
    png[18] = (byte) 0xEA;
    png[19] = 0x60;
    png[22] = (byte) 0xEA;
    png[23] = 0x60;
    Cleaned.Faulty refused =
        assertInstanceOf(Cleaned.Faulty.class, Pictures.clean(Bytes.wrap(png)));
    assertEquals(PictureFault.TOO_MANY_PIXELS, refused.fault());
  }

  @Test
  void otherFilesAreNotPictures() {
    for (String file : new String[] {"<svg onload=alert(1)>", "GIF89a", "%PDF-1.7", ""}) {
      Bytes bytes = Bytes.wrap(file.getBytes(StandardCharsets.UTF_8));
      Cleaned.Faulty refused = assertInstanceOf(Cleaned.Faulty.class, Pictures.clean(bytes));
      assertEquals(PictureFault.NOT_A_PICTURE, refused.fault());
    }
  }

  @Test
  void damagedFilesAreRefusedOrReadButNeverThrow() {
    Seeds.each(
        200,
        random -> {
          byte[] file = encoded(random.nextBoolean() ? "png" : "jpeg", 30, 30).toArray();
          for (int i = 0; i < 5; i++) {
            file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
          }
          Pictures.clean(Bytes.wrap(file, 0, 9 + random.nextInt(file.length - 8)));
        });
  }

  private static Picture ready(Bytes file) {
    return assertInstanceOf(Cleaned.Ready.class, Pictures.clean(file)).picture();
  }

  /// Left half red, right half blue.
  private static Bytes encoded(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, x < width / 2 ? Color.RED.getRGB() : Color.BLUE.getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Bytes.wrap(out.toByteArray());
  }

  /// The JPEG with one more segment behind its first marker.
  private static Bytes withSegment(Bytes jpeg, int marker, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] file = jpeg.toArray();
    out.write(file, 0, 2);
    out.write(0xFF);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write((content.length + 2) & 0xFF);
    out.writeBytes(content);
    out.write(file, 2, file.length - 2);
    return Bytes.wrap(out.toByteArray());
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }
}
