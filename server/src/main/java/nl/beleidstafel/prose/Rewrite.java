package nl.beleidstafel.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.crdt.update.Updates;
import org.jspecify.annotations.Nullable;

/// Makes a document say something else with as few edits as it can: blocks and words that stay are
/// not touched, so that what others write in them meanwhile stays where they wrote it.
public final class Rewrite {
  /// Half of the words in common makes two blocks one that was changed.
  private static final double ALIKE_MIN = 0.5;

  private Rewrite() {}

  /// Makes the text of the document equal to the tree, in one transaction, and gives that as an
  /// update v1; {@link Updates#EMPTY} where it was equal. What a tree only tells of, a {@link
  /// Node.Foreign}, is not written anew.
  public static Bytes to(Doc doc, List<Node> wanted) {
    List<Node> had = Prose.read(doc);
    return had.equals(wanted)
        ? Updates.EMPTY
        : doc.transact(_ -> children(doc.xmlFragment(Prose.ROOT), had, wanted));
  }

  private static void children(XmlFragment parent, List<Node> had, List<Node> wanted) {
    List<SharedType> types = parent.children();
    if (types.size() != had.size() || parent.length() != had.size()) {
      parent.delete(0, parent.length());
      insert(parent, 0, wanted);
      return;
    }
    int[] partners = pairs(had, wanted);
    int at = 0;
    int next = 0;
    for (int i = 0; i < had.size(); i++) {
      if (partners[i] < 0) {
        parent.delete(at, 1);
        continue;
      }
      insert(parent, at, wanted.subList(next, partners[i]));
      at += partners[i] - next;
      change(types.get(i), had.get(i), wanted.get(partners[i]));
      at++;
      next = partners[i] + 1;
    }
    insert(parent, at, wanted.subList(next, wanted.size()));
  }

  /// Equal ones first, then those between them that are alike.
  private static int[] pairs(List<Node> had, List<Node> wanted) {
    int[] partners = Alignment.of(had, wanted, Node::equals);
    int from = 0;
    int next = 0;
    for (int i = 0; i <= had.size(); i++) {
      if (i < had.size() && partners[i] < 0) {
        continue;
      }
      int end = i < had.size() ? partners[i] : wanted.size();
      List<Node> before = had.subList(from, i);
      List<Node> after = wanted.subList(next, end);
      boolean inStep = before.size() == after.size();
      int[] inner =
          Alignment.of(
              before,
              after,
              (one, other) -> isSameKind(one, other) && (inStep || isAlike(one, other)));
      for (int k = 0; k < inner.length; k++) {
        partners[from + k] = inner[k] < 0 ? -1 : next + inner[k];
      }
      from = i + 1;
      next = end + 1;
    }
    return partners;
  }

  private static boolean isSameKind(Node one, Node other) {
    return switch (one) {
      case Node.Element(String name, var _, var _) ->
          other instanceof Node.Element element && element.name().equals(name);
      case Node.Words _ -> other instanceof Node.Words;
      case Node.Foreign _ -> false;
    };
  }

  private static boolean isAlike(Node one, Node other) {
    return likeness(words(one), words(other)) >= ALIKE_MIN;
  }

  /// How many of the words two texts have in common, from 0 to 1.
  public static double likeness(List<String> one, List<String> other) {
    if (one.isEmpty() && other.isEmpty()) {
      return 1;
    }
    Map<String, Integer> counts = new HashMap<>();
    one.forEach(word -> counts.merge(word, 1, Integer::sum));
    int common = 0;
    for (String word : other) {
      Integer left = counts.get(word);
      if (left != null && left > 0) {
        counts.put(word, left - 1);
        common++;
      }
    }
    return 2.0 * common / (one.size() + other.size());
  }

  private static List<String> words(Node node) {
    StringBuilder text = new StringBuilder();
    addText(node, text);
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int end : WordTokens.ends(text)) {
      String word = text.substring(from, end);
      if (!word.isBlank()) {
        words.add(word);
      }
      from = end;
    }
    return words;
  }

  private static void addText(Node node, StringBuilder text) {
    switch (node) {
      case Node.Element element -> {
        element.children().forEach(child -> addText(child, text));
        text.append(' ');
      }
      case Node.Words words -> {
        for (Run run : words.runs()) {
          if (run instanceof Run.Text(String chars, var _)) {
            text.append(chars);
          }
        }
      }
      case Node.Foreign _ -> {}
    }
  }

  private static void change(SharedType type, Node had, Node wanted) {
    if (had.equals(wanted)) {
      return;
    }
    if (type instanceof XmlElement element
        && had instanceof Node.Element before
        && wanted instanceof Node.Element after) {
      attributes(before.attributes(), after.attributes())
          .forEach((name, value) -> {
            if (after.attributes().values().containsKey(name)) {
              element.setAttribute(name, value);
            } else {
              element.removeAttribute(name);
            }
          });
      children(element, before.children(), after.children());
    } else if (type instanceof XmlText text
        && had instanceof Node.Words before
        && wanted instanceof Node.Words after) {
      attributes(before.attributes(), after.attributes())
          .forEach((name, value) -> {
            if (after.attributes().values().containsKey(name)) {
              text.setAttribute(name, value);
            } else {
              text.removeAttribute(name);
            }
          });
      words(text, tokens(before), tokens(after));
    }
  }

  /// What is not as it should be, with the values that should be there; null also for none.
  private static Map<String, @Nullable Object> attributes(Attributes had, Attributes wanted) {
    Set<String> names = new HashSet<>(had.values().keySet());
    names.addAll(wanted.values().keySet());
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (String name : names) {
      Object value = wanted.values().get(name);
      if (!Objects.equals(had.values().get(name), value)
          || had.values().containsKey(name) != wanted.values().containsKey(name)) {
        changes.put(name, value);
      }
    }
    return changes;
  }

  /// A word, or what stands between two.
  private record Token(Run run, int length) {
    boolean saysTheSame(Token other) {
      return run instanceof Run.Text(String text, var _)
          ? other.run instanceof Run.Text mine && mine.text().equals(text)
          : run.equals(other.run);
    }
  }

  private static List<Token> tokens(Node.Words words) {
    List<Token> tokens = new ArrayList<>();
    for (Run run : words.runs()) {
      if (run instanceof Run.Text(String text, var marks)) {
        int from = 0;
        for (int end : WordTokens.ends(text)) {
          tokens.add(new Token(new Run.Text(text.substring(from, end), marks), end - from));
          from = end;
        }
      } else {
        tokens.add(new Token(run, 1));
      }
    }
    return tokens;
  }

  private static void words(XmlText text, List<Token> had, List<Token> wanted) {
    int[] partners = Alignment.of(had, wanted, Token::saysTheSame);
    int at = 0;
    int next = 0;
    for (int i = 0; i < had.size(); i++) {
      Token token = had.get(i);
      if (partners[i] < 0) {
        text.delete(at, token.length());
        continue;
      }
      at = insert(text, at, wanted.subList(next, partners[i]));
      format(text, at, token, wanted.get(partners[i]));
      at += token.length();
      next = partners[i] + 1;
    }
    insert(text, at, wanted.subList(next, wanted.size()));
  }

  /// Inserts and gives where it ends; stretches of the same marks go in as one.
  private static int insert(XmlText text, int index, List<Token> tokens) {
    int at = index;
    StringBuilder chars = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      Run run = tokens.get(i).run();
      switch (run) {
        case Run.Text(String part, var marks) -> {
          chars.append(part);
          boolean goesOn =
              i + 1 < tokens.size()
                  && tokens.get(i + 1).run() instanceof Run.Text after
                  && after.marks().equals(marks);
          if (!goesOn) {
            text.insert(at, chars.toString(), formats(run));
            at += chars.length();
            chars.setLength(0);
          }
        }
        case Run.Embed(Object value, var _) -> text.insertEmbed(at++, value, formats(run));
        case Run.Foreign _ -> {}
      }
    }
    return at;
  }

  private static void format(XmlText text, int at, Token had, Token wanted) {
    Map<String, @Nullable Object> before = formats(had.run());
    Map<String, @Nullable Object> after = formats(wanted.run());
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    before.keySet().forEach(key -> changes.put(key, null));
    changes.putAll(after);
    changes
        .entrySet()
        .removeIf(entry -> Objects.equals(before.get(entry.getKey()), entry.getValue()));
    if (!changes.isEmpty()) {
      text.format(at, had.length(), changes);
    }
  }

  private static Map<String, @Nullable Object> formats(Run run) {
    Map<String, @Nullable Object> formats = new LinkedHashMap<>();
    run.marks().forEach(mark -> formats.put(mark.key(), mark.value()));
    return formats;
  }

  private static void insert(XmlFragment parent, int index, List<Node> nodes) {
    int at = index;
    for (Node node : nodes) {
      switch (node) {
        case Node.Element element -> {
          XmlElement made = parent.insertElement(at++, element.name());
          element.attributes().values().forEach(made::setAttribute);
          insert(made, 0, element.children());
        }
        case Node.Words words -> {
          XmlText made = parent.insertText(at++);
          words.attributes().values().forEach(made::setAttribute);
          insert(made, 0, tokens(words));
        }
        case Node.Foreign _ -> {}
      }
    }
  }
}
