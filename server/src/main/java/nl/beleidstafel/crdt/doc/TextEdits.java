package nl.beleidstafel.crdt.doc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import nl.beleidstafel.crdt.encoding.Values;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.TextContent;
import org.jspecify.annotations.Nullable;

/// Edits of a formatted text by index, in UTF-16 units. A format is a mark in the list: it holds
/// from there to the next mark of the same key; a null value ends it.
///
/// No edit falls inside a surrogate pair: an insertion goes before the pair, a deletion or a format
/// takes the whole of it.
///
/// Source: yjs `YText.js`.
public final class TextEdits {
  private TextEdits() {}

  /// Inserts text or an embed. `formats` are all that it shall have; null takes over those of the
  /// place.
  public static Item insert(
      Transaction transaction,
      Branch text,
      int index,
      Content content,
      @Nullable Map<String, ?> formats) {
    int safe = TextCursor.isInsidePair(text, index) ? index - 1 : index;
    TextCursor cursor = TextCursor.at(transaction, text, safe);
    Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
    wanted.putAll(formats == null ? cursor.formats : normalized(formats));
    cursor.formats.keySet().forEach(key -> wanted.putIfAbsent(key, null));
    skipSame(cursor, wanted);
    Map<String, @Nullable Object> undo = begin(cursor, wanted);
    cursor.insert(content);
    Item inserted = Objects.requireNonNull(cursor.left);
    int behind = cursor.index;
    end(cursor, undo);
    if (!text.isFormatted) {
      text.remember(inserted, behind - (int) inserted.length());
    }
    return inserted;
  }

  /// Gives the range formats, or takes them with null values.
  public static void format(
      Transaction transaction, Branch text, int index, int count, Map<String, ?> formats) {
    int from = TextCursor.isInsidePair(text, index) ? index - 1 : index;
    int to = TextCursor.isInsidePair(text, index + count) ? index + count + 1 : index + count;
    checkRange(text, from, to);
    if (from == to) {
      return;
    }
    Map<String, @Nullable Object> wanted = normalized(formats);
    TextCursor cursor = TextCursor.at(transaction, text, from);
    skipSame(cursor, wanted);
    Map<String, @Nullable Object> undo = begin(cursor, wanted);
    replaceMarks(cursor, wanted, undo, to - from);
    end(cursor, undo);
  }

  /// Within the next `count` places marks of the wanted keys go, and `undo` learns what must hold
  /// behind them.
  private static void replaceMarks(
      TextCursor cursor,
      Map<String, @Nullable Object> wanted,
      Map<String, @Nullable Object> undo,
      int count) {
    int left = count;
    Item next = cursor.right;
    while (next != null && (left > 0 || (!undo.isEmpty() && !next.isVisible()))) {
      if (!next.isDeleted()) {
        if (next.content instanceof Content.Format mark) {
          if (wanted.containsKey(mark.key())) {
            boolean same = Objects.equals(wanted.get(mark.key()), mark.value());
            if (!same && left == 0) {
              return;
            }
            if (same) {
              undo.remove(mark.key());
            } else {
              undo.put(mark.key(), mark.value());
            }
            cursor.transaction.delete(next);
          }
        } else {
          if (left < next.length()) {
            next.client.cleanStart(cursor.transaction, next.clock + left);
          }
          left -= (int) next.length();
        }
      }
      cursor.forward(next);
      next = cursor.right;
    }
  }

  public static void delete(Transaction transaction, Branch text, int index, int count) {
    int from = TextCursor.isInsidePair(text, index) ? index - 1 : index;
    int to = TextCursor.isInsidePair(text, index + count) ? index + count + 1 : index + count;
    checkRange(text, from, to);
    TextCursor cursor = TextCursor.at(transaction, text, from);
    Map<String, Object> before = new LinkedHashMap<>(cursor.formats);
    Item start = cursor.right;
    int left = to - from;
    Item next = start;
    while (left > 0 && next != null) {
      if (next.isVisible()) {
        if (left < next.length()) {
          next.client.cleanStart(transaction, next.clock + left);
        }
        left -= (int) next.length();
        transaction.delete(next);
      }
      cursor.forward(next);
      next = cursor.right;
    }
    dropEmptyMarks(transaction, start, before);
  }

  /// Where nothing visible is left between marks, only those stay that mean something behind.
  private static void dropEmptyMarks(
      Transaction transaction, @Nullable Item start, Map<String, Object> before) {
    Item stop = start;
    Map<String, Item> last = new LinkedHashMap<>();
    while (stop != null && !stop.isVisible()) {
      if (!stop.isDeleted() && stop.content instanceof Content.Format mark) {
        last.put(mark.key(), stop);
      }
      stop = stop.right;
    }
    for (Item item = start; item != null && item != stop; item = item.right) {
      if (!item.isDeleted() && item.content instanceof Content.Format mark) {
        boolean replaced = last.get(mark.key()) != item;
        if (replaced || Objects.equals(before.get(mark.key()), mark.value())) {
          transaction.delete(item);
        }
      }
    }
  }

  /// Steps over what is deleted and over marks that say what is wanted anyway.
  private static void skipSame(TextCursor cursor, Map<String, @Nullable Object> wanted) {
    Item next = cursor.right;
    while (next != null
        && (next.isDeleted()
            || (next.content instanceof Content.Format mark
                && Objects.equals(wanted.get(mark.key()), mark.value())))) {
      cursor.forward(next);
      next = cursor.right;
    }
  }

  /// Writes marks for what differs here, and gives those that restore it.
  private static Map<String, @Nullable Object> begin(
      TextCursor cursor, Map<String, @Nullable Object> wanted) {
    Map<String, @Nullable Object> undo = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> entry : wanted.entrySet()) {
      Object present = cursor.formats.get(entry.getKey());
      if (!Objects.equals(present, entry.getValue())) {
        undo.put(entry.getKey(), present);
        cursor.insert(new Content.Format(entry.getKey(), entry.getValue()));
      }
    }
    return undo;
  }

  private static void end(TextCursor cursor, Map<String, @Nullable Object> undo) {
    Item next = cursor.right;
    while (next != null
        && (next.isDeleted()
            || (next.content instanceof Content.Format mark
                && undo.containsKey(mark.key())
                && Objects.equals(undo.get(mark.key()), mark.value())))) {
      if (!next.isDeleted() && next.content instanceof Content.Format mark) {
        undo.remove(mark.key());
      }
      cursor.forward(next);
      next = cursor.right;
    }
    for (Map.Entry<String, @Nullable Object> entry : undo.entrySet()) {
      cursor.insert(new Content.Format(entry.getKey(), entry.getValue()));
    }
  }

  private static Map<String, @Nullable Object> normalized(Map<String, ?> formats) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (Values.of(formats) instanceof Map<?, ?> values) {
      values.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }

  private static void checkRange(Branch text, int from, int to) {
    if (from < 0 || to < from || to > text.visibleLength) {
      throw new IndexOutOfBoundsException(
          "from " + from + " to " + to + " of " + text.visibleLength);
    }
  }

  /// Text as content, with halves of surrogate pairs replaced.
  public static Content content(String text) {
    return new TextContent(Values.wellFormed(text));
  }
}
