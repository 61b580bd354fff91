package nl.beleidstafel.plan.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Reads running text with marks: `**bold**`, `*italic*`, `[words](address)`, `^[footnote]`,
/// `[[section]]`, `[[section|words]]`, `{{fill-in}}`. A backslash takes a sign as it is. Square
/// brackets that lead nowhere stay brackets. Marks nest properly or are a mistake: what opened last
/// closes first, so a stack holds what is open.
final class InlineParser {
  private enum Sign {
    NONE(""),
    BOLD("**"),
    ITALIC("*"),
    BRACKET("["),
    FOOTNOTE("^[");

    private final String opening;

    Sign(String opening) {
      this.opening = opening;
    }
  }

  private static final class Frame {
    private final Sign sign;
    private final int from;
    private final List<Inline> content = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    Frame(Sign sign, int from) {
      this.sign = sign;
      this.from = from;
    }

    void add(Inline inline) {
      flush();
      content.add(inline);
    }

    /// Like {@link #add}, but words go on where words stand.
    void append(Inline inline) {
      if (inline instanceof Inline.Words more) {
        words.append(more.text());
      } else {
        add(inline);
      }
    }

    void flush() {
      if (!words.isEmpty()) {
        content.add(new Inline.Words(words.toString()));
        words.setLength(0);
      }
    }
  }

  private final String text;
  private final Consumer<String> mistake;
  private final Deque<Frame> open = new ArrayDeque<>();
  private int at = 0;

  private InlineParser(String text, Consumer<String> mistake) {
    this.text = text;
    this.mistake = mistake;
    open.push(new Frame(Sign.NONE, 0));
  }

  /// The pieces of the text. What is wrong goes to `mistake`, one sentence each.
  static List<Inline> parse(String text, Consumer<String> mistake) {
    return new InlineParser(text, mistake).run();
  }

  private Frame top() {
    return open.element();
  }

  private List<Inline> run() {
    while (at < text.length()) {
      step();
    }
    while (open.size() > 1) {
      Frame frame = open.pop();
      mistake.accept(
          "“%s” is opened but not closed, at %s"
              .formatted(frame.sign.opening, excerpt(frame.from)));
      frame.flush();
      frame.content.forEach(top()::append);
    }
    top().flush();
    return List.copyOf(top().content);
  }

  private void step() {
    char sign = text.charAt(at);
    if (sign == '\\' && at + 1 < text.length()) {
      top().words.append(text.charAt(at + 1));
      at += 2;
    } else if (text.startsWith("**", at) && !closesItalicFirst()) {
      toggle(Sign.BOLD);
    } else if (sign == '*') {
      toggle(Sign.ITALIC);
    } else if (text.startsWith("{{", at)) {
      place();
    } else if (text.startsWith("}}", at)) {
      mistake.accept("“}}” closes nothing, at " + excerpt(at));
      at += 2;
    } else if (text.startsWith("[[", at)) {
      crossReference();
    } else if (text.startsWith("^[", at)) {
      begin(Sign.FOOTNOTE);
    } else if (sign == '[') {
      begin(Sign.BRACKET);
    } else if (sign == ']') {
      bracket();
    } else {
      top().words.append(sign);
      at++;
    }
  }

  /// Of three stars in a row the first closes what opened last.
  private boolean closesItalicFirst() {
    return top().sign == Sign.ITALIC && text.startsWith("***", at);
  }

  private void begin(Sign sign) {
    open.push(new Frame(sign, at));
    at += sign.opening.length();
  }

  private void toggle(Sign sign) {
    if (open.stream().noneMatch(frame -> frame.sign == sign)) {
      begin(sign);
      return;
    }
    if (top().sign != sign) {
      mistake.accept(
          "“%s” opened inside “%s” and must close inside it, at %s"
              .formatted(top().sign.opening, sign.opening, excerpt(top().from)));
      at += sign.opening.length();
      return;
    }
    Frame frame = open.pop();
    frame.flush();
    if (frame.content.isEmpty()) {
      mistake.accept("“%s” marks nothing, at %s".formatted(sign.opening, excerpt(frame.from)));
    }
    top()
        .add(sign == Sign.BOLD ? new Inline.Bold(frame.content) : new Inline.Italic(frame.content));
    at += sign.opening.length();
  }

  private void bracket() {
    Frame frame = top();
    at++;
    if (frame.sign != Sign.BRACKET && frame.sign != Sign.FOOTNOTE) {
      mistake.accept("“]” closes nothing, at " + excerpt(at - 1));
      return;
    }
    open.pop();
    frame.flush();
    if (frame.sign == Sign.FOOTNOTE) {
      if (frame.content.isEmpty()) {
        mistake.accept("the footnote is empty, at " + excerpt(frame.from));
      }
      top().add(new Inline.Footnote(frame.content));
    } else if (at < text.length() && text.charAt(at) == '(') {
      link(frame);
    } else {
      top().words.append('[');
      frame.content.forEach(top()::append);
      top().words.append(']');
    }
  }

  private void link(Frame frame) {
    int end = text.indexOf(')', at);
    if (end < 0) {
      mistake.accept("the address of the link is not closed with “)”, at " + excerpt(at));
      at++;
      return;
    }
    String href = text.substring(at + 1, end).strip();
    at = end + 1;
    if (frame.content.isEmpty()) {
      mistake.accept("the link has no words, at " + excerpt(frame.from));
    }
    if (!href.startsWith("https://") && !href.startsWith("http://")) {
      mistake.accept("the link's address “" + href + "” must begin with https://");
    }
    top().add(new Inline.Link(href, frame.content));
  }

  private void place() {
    int end = text.indexOf("}}", at);
    if (end < 0) {
      mistake.accept("“{{” is opened but not closed, at " + excerpt(at));
      at += 2;
      return;
    }
    String key = text.substring(at + 2, end).strip();
    at = end + 2;
    top().add(new Inline.Place(key));
  }

  private void crossReference() {
    int end = text.indexOf("]]", at);
    if (end < 0) {
      mistake.accept("“[[” is opened but not closed, at " + excerpt(at));
      at += 2;
      return;
    }
    String inside = text.substring(at + 2, end);
    at = end + 2;
    int bar = inside.indexOf('|');
    String target = (bar < 0 ? inside : inside.substring(0, bar)).strip();
    String words = bar < 0 ? "" : inside.substring(bar + 1).strip();
    if (bar >= 0 && words.isEmpty()) {
      mistake.accept("the words of the cross-reference to “" + target + "” are empty");
    }
    top().add(new Inline.CrossReference(target, words.isEmpty() ? null : words));
  }

  private String excerpt(int from) {
    String rest = text.substring(from, Math.min(text.length(), from + 24));
    return "“" + rest.replace('\n', ' ') + (from + 24 < text.length() ? "…”" : "”");
  }
}
