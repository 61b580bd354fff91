package nl.beleidstafel.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;

/// Draws a picture anew from its pixels: upright, no larger than a page needs, without place,
/// camera or comment. Blocking and hungry for memory: on a worker, few at a time.
final class Pictures {
  private static final float JPEG_QUALITY = 0.88f;

  private Pictures() {}

  /// What became of a file: a picture, or why not.
  sealed interface Cleaned {
    record Ready(Picture picture) implements Cleaned {}

    record Faulty(PictureFault fault) implements Cleaned {}
  }

  static Cleaned clean(Bytes file) {
    String format = format(file);
    if (format.isEmpty()) {
      return new Cleaned.Faulty(PictureFault.NOT_A_PICTURE);
    }
    byte[] bytes = file.toArray();
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > Limits.IMAGE_PIXELS_MAX) {
          return new Cleaned.Faulty(PictureFault.TOO_MANY_PIXELS);
        }
        BufferedImage upright = upright(reader.read(0), orientation(bytes));
        return new Cleaned.Ready(write(upright, format));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException _) {
      // The readers of the JDK answer damaged files with exceptions of many kinds.
      return new Cleaned.Faulty(PictureFault.DAMAGED);
    }
  }

  /// `png`, `jpeg` or empty, by the first bytes. Source: PNG 5.2, JPEG B.1.1.3.
  private static String format(Bytes file) {
    if (startsWith(file, "89504e470d0a1a0a")) {
      return "png";
    }
    return startsWith(file, "ffd8ff") ? "jpeg" : "";
  }

  private static boolean startsWith(Bytes file, String hex) {
    Bytes magic = Bytes.ofHex(hex);
    return file.length() > magic.length() && file.slice(0, magic.length()).equals(magic);
  }

  /// 1 to 8, as in Exif; 1 where the file does not say.
  private static int orientation(byte[] file) throws IOException {
    try {
      ExifIFD0Directory exif =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
          : 1;
    } catch (ImageProcessingException | MetadataException _) {
      return 1;
    }
  }

  private static BufferedImage upright(BufferedImage source, int orientation) {
    boolean turned = orientation >= 5 && orientation <= 8;
    int width = turned ? source.getHeight() : source.getWidth();
    int height = turned ? source.getWidth() : source.getHeight();
    double scale = Math.min(1.0, (double) Limits.IMAGE_SIDE_MAX_PIXELS / Math.max(width, height));
    int targetWidth = Math.max(1, (int) Math.round(width * scale));
    int targetHeight = Math.max(1, (int) Math.round(height * scale));
    boolean alpha = source.getColorModel().hasAlpha();
    BufferedImage target =
        new BufferedImage(
            targetWidth,
            targetHeight,
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.scale((double) targetWidth / width, (double) targetHeight / height);
    graphics.drawImage(source, turn(orientation, source.getWidth(), source.getHeight()), null);
    graphics.dispose();
    return target;
  }

  /// From stored pixels to upright ones. Source: Exif 2.32, tag 0x0112.
  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static Picture write(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return new Picture(
        "image/" + format, image.getWidth(), image.getHeight(), Bytes.wrap(out.toByteArray()));
  }
}
