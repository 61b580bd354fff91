package nl.beleidstafel.crdt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.SharedText;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.YArray;
import nl.beleidstafel.crdt.type.YMap;
import nl.beleidstafel.crdt.update.TypeKind;
import org.jspecify.annotations.Nullable;

/// Random edits through our own types: what `edits.mjs` is for Yjs.
public final class OurEdits {
  private static final List<String> WORDS =
      List.of("b", "raad", " ", "ë", "\n", "„nee”", "wijk ", "好");
  private static final List<String> EMOJI = List.of("😀", "x👩‍👧y");
  private static final List<String> KEYS = List.of("k", "level", "id", "7");

  private final SplittableRandom random;
  private final boolean format;
  private final int[] textEdits;
  private final boolean emoji;

  private OurEdits(SplittableRandom random, Map<String, Object> mix) {
    this.random = random;
    this.format = Boolean.TRUE.equals(mix.get("format"));
    this.textEdits =
        switch (String.valueOf(mix.get("lean"))) {
          case "insert" -> new int[] {0, 1, 2, 3, 0, 1, 4, 6};
          case "delete" -> new int[] {0, 4, 5, 4, 5, 4, 6};
          case "format" -> new int[] {0, 4, 6, 7, 8, 6, 7, 8};
          default -> new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        };
    this.emoji = Boolean.TRUE.equals(mix.get("emoji"));
  }

  /// Edits in one transaction and gives the update.
  public static Bytes edit(Doc doc, SplittableRandom random, int count, Map<String, Object> mix) {
    OurEdits edits = new OurEdits(random, mix);
    List<?> roots = (List<?>) mix.getOrDefault("roots", List.of("t"));
    return doc.transact(_ -> {
      for (int i = 0; i < count; i++) {
        Object root = roots.get(random.nextInt(roots.size()));
        SharedType type =
            switch ((String) root) {
              case "t" -> doc.text("t");
              case "m" -> doc.map("m");
              case "a" -> doc.array("a");
              default -> doc.xmlFragment("x");
            };
        edits.edit(edits.somewhereIn(type));
      }
    });
  }

  private SharedType somewhereIn(SharedType root) {
    SharedType here = root;
    while (random.nextInt(4) > 0) {
      List<SharedType> inner = new ArrayList<>();
      switch (here) {
        case YMap map -> map.keys().forEach(key -> addType(inner, map.get(key)));
        case YArray array -> array.values().forEach(value -> addType(inner, value));
        case XmlFragment xml -> inner.addAll(xml.children());
        case SharedText _ -> {}
      }
      if (inner.isEmpty()) {
        break;
      }
      here = inner.get(random.nextInt(inner.size()));
    }
    return here;
  }

  private static void addType(List<SharedType> types, @Nullable Object value) {
    if (value instanceof SharedType type) {
      types.add(type);
    }
  }

  private void edit(SharedType type) {
    switch (type) {
      case SharedText text -> editText(text);
      case YMap map -> editMap(map);
      case YArray array -> editArray(array);
      case XmlFragment xml -> editXml(xml);
    }
  }

  private void editText(SharedText text) {
    int length = text.length();
    int index = random.nextInt(length + 1);
    int picked = textEdits[random.nextInt(textEdits.length)];
    int dice = format ? picked : picked % 6;
    if (dice < 3) {
      text.insert(index, word());
    } else if (dice < 4) {
      text.insert(index, word(), format ? formats() : Map.of());
    } else if (dice < 6 && length > 0) {
      int from = random.nextInt(length);
      text.delete(from, 1 + random.nextInt(Math.min(3, length - from)));
    } else if (dice < 9 && length > 0) {
      int from = random.nextInt(length);
      text.format(from, random.nextInt(length - from + 1), formats());
    } else if (random.nextBoolean()) {
      text.insertEmbed(index, Map.of("image", word()), Map.of());
    } else {
      text.insertType(index, TypeKind.XML_ELEMENT, "fillIn");
    }
  }

  private void editMap(YMap map) {
    String key = KEYS.get(random.nextInt(KEYS.size()));
    switch (random.nextInt(4)) {
      case 0 -> map.delete(key);
      case 1 -> map.setType(key, kind(), "naam");
      default -> map.set(key, value(0));
    }
  }

  private void editArray(YArray array) {
    int index = random.nextInt(array.length() + 1);
    switch (random.nextInt(5)) {
      case 0 -> {
        if (array.length() > 0) {
          int from = random.nextInt(array.length());
          array.delete(from, 1 + random.nextInt(Math.min(2, array.length() - from)));
        }
      }
      case 1 -> array.insertType(index, kind(), "naam");
      default -> {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(value(0));
        values.add(Bytes.ofHex("00ff"));
        values.add(value(0));
        array.insert(index, values);
      }
    }
  }

  private void editXml(XmlFragment xml) {
    int index = random.nextInt(xml.length() + 1);
    switch (random.nextInt(6)) {
      case 0 -> {
        if (xml.length() > 0) {
          xml.delete(random.nextInt(xml.length()), 1);
        }
      }
      case 1 -> xml.insertText(index, word());
      case 2 -> {
        if (xml instanceof XmlElement element) {
          element.setAttribute(KEYS.get(random.nextInt(KEYS.size())), value(0));
        }
      }
      case 3 -> {
        if (xml instanceof XmlElement element) {
          element.removeAttribute(KEYS.get(random.nextInt(KEYS.size())));
        }
      }
      default -> xml.insertElement(index, "paragraph").appendText().insert(0, word());
    }
  }

  private TypeKind kind() {
    TypeKind[] kinds = {
      TypeKind.MAP, TypeKind.ARRAY, TypeKind.TEXT, TypeKind.XML_ELEMENT, TypeKind.XML_TEXT
    };
    return kinds[random.nextInt(kinds.length)];
  }

  private String word() {
    List<String> from = emoji && random.nextInt(3) == 0 ? EMOJI : WORDS;
    return from.get(random.nextInt(from.size()));
  }

  private Map<String, @Nullable Object> formats() {
    Map<String, @Nullable Object> formats = new LinkedHashMap<>();
    switch (random.nextInt(4)) {
      case 0 -> formats.put("bold", Map.of());
      case 1 -> formats.put("bold", null);
      case 2 -> formats.put("link", Map.of("href", "https://voorbeeld.test"));
      default -> formats.put("italic", random.nextBoolean() ? true : null);
    }
    return formats;
  }

  private @Nullable Object value(int depth) {
    return switch (random.nextInt(depth < 2 ? 8 : 6)) {
      case 0 -> random.nextInt(-500, 500);
      case 1 -> random.nextDouble() * 1e9;
      case 2 -> word();
      case 3 -> random.nextBoolean();
      case 4 -> null;
      case 5 -> 1L << random.nextInt(60);
      case 6 -> List.of(1, "twee");
      default -> Map.of("p", 1.5, "3", List.of());
    };
  }
}
