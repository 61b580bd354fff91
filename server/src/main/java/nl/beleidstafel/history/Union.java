package nl.beleidstafel.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.doc.Provenance;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.TextContent;
import nl.beleidstafel.crdt.update.TypeKind;
import nl.beleidstafel.history.Difference.Cell;
import nl.beleidstafel.prose.Prose;
import org.jspecify.annotations.Nullable;

/// All blocks that a document had at a moment, and those that it has in the end, in one order: a
/// document that keeps what is deleted has them all. Pure. Rule H8 of `docs/spec.md`.
final class Union {
  private static final Set<String> LEAVES = Set.of("paragraph", "heading");
  private static final Set<String> WHOLE = Set.of("image", "horizontalRule");
  private static final Set<String> TOLD = Set.of("example", "fillIn", "fillInBlock", "help");
  private static final Set<String> UNTOLD = Set.of("id", "state", "icon", "colwidth", "src");

  /// A block of either moment.
  ///
  /// @param before null where it was not there
  /// @param after null where it is not there
  /// @param formattedAt seqs that changed marks in it
  record Piece(
      String kind,
      int level,
      List<String> inside,
      @Nullable Cell cell,
      @Nullable UnionText before,
      @Nullable UnionText after,
      Set<Long> cameAt,
      Set<Long> wentAt,
      Set<Long> formattedAt,
      List<Changed> changed) {}

  /// An attribute that has another value.
  record Changed(String attribute, String was, String now, long at) {}

  private final Provenance<Long> provenance;
  private final long from;
  private final List<Piece> pieces = new ArrayList<>();
  private int tables;

  private Union(Provenance<Long> provenance, long from) {
    this.provenance = provenance;
    this.from = from;
  }

  /// @param provenance the whole log up to the later moment; its authors are the log's seqs
  /// @param from the earlier moment
  static List<Piece> of(Provenance<Long> provenance, long from) {
    Doc doc = provenance.documentAt(provenance.size());
    Union union = new Union(provenance, from);
    union.blocks(doc.root(Prose.ROOT), new Around(List.of(), null, true, true, 0));
    return union.pieces;
  }

  /// What stands around a node, and in which of the moments it is there.
  private record Around(
      List<String> inside, @Nullable Cell cell, boolean was, boolean is, int depth) {
    Around in(String name, @Nullable Cell there) {
      List<String> deeper = new ArrayList<>(inside);
      deeper.add(name);
      return new Around(deeper, there, was, is, depth);
    }
  }

  private long cameAt(Item item, int offset) {
    Long at = provenance.insertedBy(item.clientId(), item.firstClock() + offset);
    return at == null ? 1 : at;
  }

  /// 0 where it stands.
  private long wentAt(Item item, int offset) {
    if (!item.isDeleted()) {
      return 0;
    }
    Long at = provenance.deletedBy(item.clientId(), item.firstClock() + offset);
    return at == null ? 1 : at;
  }

  private boolean was(long came, long went) {
    return came <= from && (went == 0 || went > from);
  }

  private void blocks(Branch parent, Around around) {
    if (around.depth() > Limits.TREE_DEPTH_MAX) {
      throw new CrdtException("a document nested too deeply");
    }
    int row = 0;
    for (Item item = parent.first(); item != null; item = item.right()) {
      if (!(item.content() instanceof Branch child)) {
        continue;
      }
      boolean was = around.was() && was(cameAt(item, 0), wentAt(item, 0));
      boolean is = around.is() && !item.isDeleted();
      if (!was && !is) {
        continue;
      }
      String name = child.kind() == TypeKind.XML_ELEMENT ? nameOf(child) : "paragraph";
      Around here = new Around(around.inside(), around.cell(), was, is, around.depth() + 1);
      switch (name) {
        case "table" -> {
          tables++;
          blocks(child, here.in(name, new Cell(tables, 0, 0, false)));
        }
        case "tableRow" -> {
          row++;
          cells(child, here, row);
        }
        case String leaf when LEAVES.contains(leaf) || child.kind() != TypeKind.XML_ELEMENT ->
            leaf(item, child, name, here);
        case String whole when WHOLE.contains(whole) -> whole(item, child, name, here);
        default -> box(item, child, name, here);
      }
    }
  }

  private static String nameOf(Branch child) {
    return Objects.requireNonNullElse(child.name(), "UNDEFINED");
  }

  private void cells(Branch tableRow, Around around, int row) {
    int column = 0;
    for (Item item = tableRow.first(); item != null; item = item.right()) {
      if (item.content() instanceof Branch child) {
        boolean was = around.was() && was(cameAt(item, 0), wentAt(item, 0));
        boolean is = around.is() && !item.isDeleted();
        if (was || is) {
          column++;
          boolean header = nameOf(child).equals("tableHeader");
          Cell table = around.cell();
          int number = table == null ? 0 : table.table();
          Cell cell = new Cell(number, row, column, header);
          blocks(child, new Around(around.inside(), cell, was, is, around.depth() + 1));
        }
      }
    }
  }

  private void leaf(Item item, Branch child, String name, Around here) {
    UnionText before = new UnionText();
    UnionText after = new UnionText();
    Set<Long> formattedAt = new HashSet<>();
    Inline inline = new Inline(before, after, formattedAt);
    if (child.kind() == TypeKind.XML_ELEMENT) {
      inline.children(child, here);
    } else {
      inline.text(child, here);
    }
    add(item, child, name, here, before, after, formattedAt);
  }

  private void whole(Item item, Branch child, String name, Around here) {
    UnionText before = new UnionText();
    UnionText after = new UnionText();
    String alt = value(child, "alt", here.was() ? from : Long.MAX_VALUE);
    String text = name.equals("image") ? alt : "―";
    if (here.was()) {
      before.add(text, List.of(), cameAt(item, 0), wentAt(item, 0));
    }
    if (here.is()) {
      after.add(text, List.of(), cameAt(item, 0), wentAt(item, 0));
    }
    add(item, child, name, here, before, after, new HashSet<>());
  }

  private void add(
      Item item,
      Branch child,
      String name,
      Around here,
      UnionText before,
      UnionText after,
      Set<Long> formattedAt) {
    String level = value(child, "level", here.is() ? Long.MAX_VALUE : from);
    pieces.add(
        new Piece(
            name,
            name.equals("heading") ? level(level) : 0,
            here.inside(),
            here.cell(),
            here.was() ? before : null,
            here.is() ? after : null,
            Set.of(cameAt(item, 0)),
            item.isDeleted() ? Set.of(wentAt(item, 0)) : Set.of(),
            formattedAt,
            here.was() && here.is() ? changed(child) : List.of()));
  }

  private static int level(String value) {
    return value.equals("3") ? 3 : value.equals("4") ? 4 : 2;
  }

  /// A node with blocks in it.
  private void box(Item item, Branch child, String name, Around here) {
    if (TOLD.contains(name) && here.was() && here.is()) {
      List<Changed> changed = changed(child);
      if (!changed.isEmpty()) {
        pieces.add(
            new Piece(
                name,
                0,
                here.inside(),
                here.cell(),
                new UnionText(),
                new UnionText(),
                Set.of(cameAt(item, 0)),
                Set.of(),
                Set.of(),
                changed));
      }
    }
    blocks(child, here.in(name, here.cell()));
  }

  /// The value of an attribute at a moment, as text; empty where it has none.
  private String value(Branch branch, String key, long at) {
    Item item = branch.key(key);
    while (item != null && cameAt(item, 0) > at) {
      item = item.left();
    }
    if (item == null) {
      return "";
    }
    long went = wentAt(item, 0);
    // What replaced it deleted it: for the latest value that is a removal.
    return went != 0 && went <= at ? "" : text(item.content());
  }

  private static String text(Content content) {
    return content instanceof Content.Any any ? String.valueOf(any.values().getLast()) : "";
  }

  private List<Changed> changed(Branch branch) {
    Map<String, Changed> changed = new TreeMap<>();
    for (String key : branch.keys()) {
      Item latest = branch.key(key);
      if (latest == null || UNTOLD.contains(key)) {
        continue;
      }
      String was = value(branch, key, from);
      String now = value(branch, key, Long.MAX_VALUE);
      if (!was.equals(now)) {
        changed.put(key, new Changed(key, was, now, cameAt(latest, 0)));
      }
    }
    return List.copyOf(changed.values());
  }

  /// Reads what stands in one line of text.
  private final class Inline {
    private final UnionText before;
    private final UnionText after;
    private final Set<Long> formattedAt;

    Inline(UnionText before, UnionText after, Set<Long> formattedAt) {
      this.before = before;
      this.after = after;
      this.formattedAt = formattedAt;
    }

    void children(Branch parent, Around around) {
      if (around.depth() > Limits.TREE_DEPTH_MAX) {
        throw new CrdtException("a document nested too deeply");
      }
      for (Item item = parent.first(); item != null; item = item.right()) {
        if (item.content() instanceof Branch child) {
          boolean was = around.was() && was(cameAt(item, 0), wentAt(item, 0));
          boolean is = around.is() && !item.isDeleted();
          Around here = new Around(around.inside(), around.cell(), was, is, around.depth() + 1);
          if (!was && !is) {
            continue;
          }
          if (child.kind() == TypeKind.XML_ELEMENT) {
            element(item, child, here);
          } else {
            text(child, here);
          }
        }
      }
    }

    private void element(Item item, Branch child, Around here) {
      switch (nameOf(child)) {
        case "hardBreak" -> atom(item, "\n", "\n", here);
        case "image" ->
            atom(item, value(child, "alt", from), value(child, "alt", Long.MAX_VALUE), here);
        case "crossReference" ->
            atom(item, "→ " + target(child, from), "→ " + target(child, Long.MAX_VALUE), here);
        case "evidence" -> atom(item, " †", " †", here);
        case "footnote" -> {
          atom(item, " [", " [", here);
          children(child, here);
          atom(item, "]", "]", here);
        }
        default -> children(child, here);
      }
    }

    private String target(Branch reference, long at) {
      String text = value(reference, "text", at);
      return text.isEmpty() || text.equals("null") ? value(reference, "target", at) : text;
    }

    private void atom(Item item, String was, String is, Around here) {
      if (here.was()) {
        before.add(was, List.of(), cameAt(item, 0), wentAt(item, 0));
      }
      if (here.is()) {
        after.add(is, List.of(), cameAt(item, 0), 0);
      }
    }

    void text(Branch text, Around around) {
      Map<String, String> marksBefore = new TreeMap<>();
      Map<String, String> marksAfter = new TreeMap<>();
      for (Item item = text.first(); item != null; item = item.right()) {
        switch (item.content()) {
          case TextContent chars ->
              chars(
                  item,
                  chars.text(),
                  around,
                  List.copyOf(marksBefore.values()),
                  List.copyOf(marksAfter.values()));
          case Content.Format format -> {
            boolean was = was(cameAt(item, 0), wentAt(item, 0));
            boolean is = !item.isDeleted();
            if (was) {
              note(marksBefore, format);
            }
            if (is) {
              note(marksAfter, format);
            }
            if (was != is) {
              formattedAt.add(is ? cameAt(item, 0) : wentAt(item, 0));
            }
          }
          case Content _ -> {}
        }
      }
    }

    private void chars(
        Item item, String chars, Around around, List<String> marksBefore, List<String> marksAfter) {
      for (int i = 0; i < chars.length(); i++) {
        long came = cameAt(item, i);
        long went = wentAt(item, i);
        if (around.was() && was(came, went)) {
          before.add(chars.charAt(i), marksBefore, came, went);
        }
        if (around.is() && went == 0) {
          after.add(chars.charAt(i), marksAfter, came, 0);
        }
      }
    }

    private static void note(Map<String, String> marks, Content.Format format) {
      if (format.value() == null) {
        marks.remove(format.key());
      } else if (format.value() instanceof Map<?, ?> attributes
          && attributes.get("href") instanceof String href) {
        marks.put(format.key(), name(format.key()) + ":" + href);
      } else {
        marks.put(format.key(), name(format.key()));
      }
    }

    private static String name(String key) {
      int hash = key.indexOf("--");
      return hash < 0 ? key : key.substring(0, hash);
    }
  }
}
