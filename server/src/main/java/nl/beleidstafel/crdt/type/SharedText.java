package nl.beleidstafel.crdt.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.doc.TextEdits;
import nl.beleidstafel.crdt.encoding.Values;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.TextContent;
import nl.beleidstafel.crdt.update.TypeContent;
import nl.beleidstafel.crdt.update.TypeKind;
import org.jspecify.annotations.Nullable;

/// Formatted text with embeds. Indices and lengths are in UTF-16 units, an embed is one; no edit
/// falls inside a surrogate pair, see {@link TextEdits}. Formats are JSON values by name; null
/// takes a format away.
///
/// Source: yjs `YText.js`.
public abstract sealed class SharedText extends SharedType permits YText, XmlText {
  SharedText(Branch branch) {
    super(branch);
  }

  /// Inserts with the formats of the place.
  public final void insert(int index, String text) {
    insertContent(index, text, null);
  }

  /// Inserts with these formats and no others.
  public final void insert(int index, String text, Map<String, ?> formats) {
    insertContent(index, text, formats);
  }

  public final void append(String text, Map<String, ?> formats) {
    insert(length(), text, formats);
  }

  private void insertContent(int index, String text, @Nullable Map<String, ?> formats) {
    if (!text.isEmpty()) {
      edit(tx -> TextEdits.insert(tx, branch, index, TextEdits.content(text), formats));
    }
  }

  public final void insertEmbed(int index, Object value, Map<String, ?> formats) {
    Content embed = new Content.Embed(Values.of(value));
    edit(tx -> TextEdits.insert(tx, branch, index, embed, formats));
  }

  /// Inserts a nested type as an embed.
  public final SharedType insertType(int index, TypeKind kind, @Nullable String name) {
    List<Item> made = new ArrayList<>(1);
    TypeContent type = new TypeContent(kind, name);
    edit(tx -> made.add(TextEdits.insert(tx, branch, index, type, Map.of())));
    Check.that(made.getFirst().content() instanceof Branch, "the text itself is deleted");
    return SharedType.of((Branch) made.getFirst().content());
  }

  public final void format(int index, int count, Map<String, ?> formats) {
    edit(tx -> TextEdits.format(tx, branch, index, count, formats));
  }

  public final void delete(int index, int count) {
    edit(tx -> TextEdits.delete(tx, branch, index, count));
  }

  /// The characters alone, without embeds and formats.
  public final String text() {
    StringBuilder out = new StringBuilder();
    for (Item item = branch.first(); item != null; item = item.right()) {
      if (item.isVisible() && item.content() instanceof TextContent run) {
        out.append(run.text());
      }
    }
    return out.toString();
  }

  /// The text in stretches of equal formats.
  public final List<TextRun> runs() {
    List<TextRun> runs = new ArrayList<>();
    Map<String, Object> formats = new LinkedHashMap<>();
    StringBuilder chars = new StringBuilder();
    for (Item item = branch.first(); item != null; item = item.right()) {
      if (item.isDeleted()) {
        continue;
      }
      switch (item.content()) {
        case TextContent run -> chars.append(run.text());
        case Content.Format format -> {
          flush(runs, chars, formats);
          note(formats, format);
        }
        case Content content -> {
          flush(runs, chars, formats);
          if (content.isCountable()) {
            runs.add(new TextRun(Elements.at(content, 0), new LinkedHashMap<>(formats), true));
          }
        }
      }
    }
    flush(runs, chars, formats);
    return runs;
  }

  private static void flush(List<TextRun> runs, StringBuilder chars, Map<String, Object> formats) {
    if (!chars.isEmpty()) {
      runs.add(new TextRun(chars.toString(), new LinkedHashMap<>(formats), false));
      chars.setLength(0);
    }
  }

  private static void note(Map<String, Object> formats, Content.Format format) {
    if (format.value() == null) {
      formats.remove(format.key());
    } else {
      formats.put(format.key(), Objects.requireNonNull(format.value()));
    }
  }

  public final @Nullable Object attribute(String name) {
    return keyValue(name);
  }

  public final Map<String, @Nullable Object> attributes() {
    return keyValues();
  }

  public final void setAttribute(String name, @Nullable Object value) {
    setKey(name, value);
  }

  public final void removeAttribute(String name) {
    removeKey(name);
  }
}
