package nl.beleidstafel.crdt.doc;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.TextContent;
import org.jspecify.annotations.Nullable;

/// A place between two items of a text, with the formats that hold there.
///
/// Source: yjs `ItemTextListPosition`.
final class TextCursor {
  final Transaction transaction;
  final Branch text;
  final Map<String, Object> formats = new LinkedHashMap<>();
  @Nullable Item left;
  @Nullable Item right;
  int index;

  private TextCursor(Transaction transaction, Branch text) {
    this.transaction = transaction;
    this.text = text;
    this.right = text.first;
  }

  /// The place at the index, right behind the visible item before it, which is split if need be.
  static TextCursor at(Transaction transaction, Branch text, int index) {
    if (index < 0 || index > text.visibleLength) {
      throw new IndexOutOfBoundsException(index + " of " + text.visibleLength);
    }
    TextCursor cursor = new TextCursor(transaction, text);
    Item place = text.placeItem();
    if (!text.isFormatted && place != null && text.placeIndex() <= index) {
      cursor.left = place.left;
      cursor.right = place;
      cursor.index = text.placeIndex();
    }
    cursor.forwardTo(index);
    return cursor;
  }

  private void forwardTo(int target) {
    Item next = right;
    while (next != null && index < target) {
      if (next.isVisible() && target - index < next.length()) {
        next.client.cleanStart(transaction, next.clock + (target - index));
      }
      forward(next);
      next = right;
    }
  }

  /// Steps over the item on the right.
  void forward(Item next) {
    if (!next.isDeleted()) {
      if (next.content instanceof Content.Format format) {
        note(formats, format);
      } else {
        index += (int) next.length();
      }
    }
    left = next;
    right = next.right;
  }

  static void note(Map<String, Object> formats, Content.Format format) {
    Object value = format.value();
    if (value == null) {
      formats.remove(format.key());
    } else {
      formats.put(format.key(), value);
    }
  }

  /// Writes an item here and steps over it.
  void insert(Content content) {
    forward(transaction.insert(left, right, text, null, content));
  }

  /// Whether the index falls between the halves of a surrogate pair.
  static boolean isInsidePair(Branch text, int index) {
    int at = 0;
    Item first = text.first;
    Item place = text.placeItem();
    if (place != null && text.placeIndex() < index) {
      at = text.placeIndex();
      first = place;
    }
    for (Item item = first; item != null && at < index; item = item.right) {
      if (item.isVisible()) {
        int offset = index - at;
        if (offset < item.length()) {
          return item.content instanceof TextContent chars
              && Character.isLowSurrogate(chars.charAt(offset))
              && Character.isHighSurrogate(chars.charAt(offset - 1));
        }
        at += (int) item.length();
      }
    }
    return false;
  }
}
