package nl.beleidstafel.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.beleidstafel.prose.WordTokens;

/// The words of a block as they were at one moment, each with who brought it and who took it.
final class UnionText {
  /// A word, or what stands between two.
  ///
  /// @param cameAt the seqs that brought its characters
  /// @param wentAt the seqs that took them; empty where it stands
  record Token(String text, List<String> marks, Set<Long> cameAt, Set<Long> wentAt) {
    boolean saysTheSame(Token other) {
      return text.equals(other.text);
    }
  }

  private final StringBuilder chars = new StringBuilder();
  private final List<Long> came = new ArrayList<>();
  private final List<Long> went = new ArrayList<>();
  private final List<List<String>> marks = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();

  /// Adds a character.
  ///
  /// @param wentAt 0 where it stands
  void add(char one, List<String> its, long cameAt, long wentAt) {
    chars.append(one);
    marks.add(its);
    came.add(cameAt);
    went.add(wentAt);
  }

  /// Adds what is no character: a reference, a line break.
  void add(String whole, List<String> its, long cameAt, long wentAt) {
    flush();
    Set<Long> gone = wentAt == 0 ? Set.of() : Set.of(wentAt);
    tokens.add(new Token(whole, its, Set.of(cameAt), gone));
  }

  List<Token> tokens() {
    flush();
    return tokens;
  }

  /// The words alone.
  List<String> words() {
    return tokens().stream().map(Token::text).filter(text -> !text.isBlank()).toList();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    tokens().forEach(token -> text.append(token.text()));
    return text.toString();
  }

  private void flush() {
    int from = 0;
    for (int end : WordTokens.ends(chars)) {
      // A word of which half is bold is two.
      int start = from;
      for (int at = from + 1; at <= end; at++) {
        if (at == end || !marks.get(at).equals(marks.get(start))) {
          tokens.add(token(start, at));
          start = at;
        }
      }
      from = end;
    }
    chars.setLength(0);
    came.clear();
    went.clear();
    marks.clear();
  }

  private Token token(int from, int to) {
    Set<Long> cameAt = new HashSet<>(came.subList(from, to));
    Set<Long> wentAt = new HashSet<>(went.subList(from, to));
    wentAt.remove(0L);
    return new Token(chars.substring(from, to), marks.get(from), cameAt, wentAt);
  }
}
