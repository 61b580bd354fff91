package nl.beleidstafel.crdt.type;

import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.encoding.Values;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.TextContent;
import nl.beleidstafel.crdt.update.TypeContent;
import org.jspecify.annotations.Nullable;

/// Between the contents of items and the values one reads and writes. A nested type is read as its
/// {@link SharedType}, a document reference as its {@link Content.Document}.
final class Elements {
  private Elements() {}

  /// The one value, for a map.
  static Content content(@Nullable Object value) {
    if (value instanceof Bytes bytes) {
      return new Content.Binary(bytes);
    }
    List<@Nullable Object> one = new ArrayList<>(1);
    one.add(Values.of(value));
    return new Content.Any(one);
  }

  /// Values for an array: neighbours that are no bytes share an item.
  static List<Content> contents(List<?> values) {
    List<Content> contents = new ArrayList<>();
    List<@Nullable Object> run = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof Bytes bytes) {
        flush(contents, run);
        run = new ArrayList<>();
        contents.add(new Content.Binary(bytes));
      } else {
        run.add(Values.of(value));
      }
    }
    flush(contents, run);
    return contents;
  }

  private static void flush(List<Content> contents, List<@Nullable Object> run) {
    if (!run.isEmpty()) {
      contents.add(new Content.Any(run));
    }
  }

  static @Nullable Object last(Content content) {
    return at(content, (int) content.length() - 1);
  }

  /// The value at an offset of the content of a visible item.
  static @Nullable Object at(Content content, int offset) {
    return switch (content) {
      case Content.Any any -> any.values().get(offset);
      case Content.Json json -> json.values().get(offset);
      case Content.Binary binary -> binary.bytes();
      case Content.Embed embed -> embed.value();
      case Content.Document document -> document;
      case TextContent text -> String.valueOf(text.charAt(offset));
      case Branch branch -> SharedType.of(branch);
      case TypeContent _, Content.Deleted _, Content.Format _ -> null;
    };
  }

  /// The value at an index of the list of a branch.
  static @Nullable Object get(Branch branch, int index) {
    if (index < 0 || index >= branch.visibleLength()) {
      throw new IndexOutOfBoundsException(index + " of " + branch.visibleLength());
    }
    int left = index;
    for (Item item = branch.first(); item != null; item = item.right()) {
      if (item.isVisible()) {
        if (left < item.clockCount()) {
          return at(item.content(), left);
        }
        left -= (int) item.clockCount();
      }
    }
    throw new IllegalStateException("the length of a list is wrong");
  }

  /// All values of the list of a branch.
  static List<@Nullable Object> all(Branch branch) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Item item = branch.first(); item != null; item = item.right()) {
      if (item.isVisible()) {
        for (int i = 0; i < item.clockCount(); i++) {
          values.add(at(item.content(), i));
        }
      }
    }
    return values;
  }
}
