package nl.beleidstafel.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import nl.beleidstafel.history.Difference.Author;
import nl.beleidstafel.history.Difference.Block;
import nl.beleidstafel.history.Difference.Change;
import nl.beleidstafel.history.Difference.Note;
import nl.beleidstafel.history.Difference.Run;
import nl.beleidstafel.history.Union.Piece;
import nl.beleidstafel.prose.Alignment;
import nl.beleidstafel.prose.Rewrite;

/// From the blocks of two moments to what somebody reads of it. Pure. Rules H8 to H10 of
/// `docs/spec.md`.
final class DifferenceRules {
  /// Half of the words in common makes one block that went and one that came one that was changed.
  private static final double ALIKE_MIN = 0.5;

  private final long from;
  private final LongFunction<Author> authors;

  private DifferenceRules(long from, LongFunction<Author> authors) {
    this.from = from;
    this.authors = authors;
  }

  /// @param from the earlier moment
  /// @param authors who stands behind a seq
  static Difference of(List<Piece> pieces, long from, LongFunction<Author> authors) {
    DifferenceRules rules = new DifferenceRules(from, authors);
    List<Piece> joined = rules.joined(pieces);
    List<Block> blocks = new ArrayList<>();
    for (Piece piece : joined) {
      if (!isBlank(piece)) {
        blocks.add(rules.block(piece));
      }
    }
    return new Difference(moved(blocks));
  }

  /// Empty lines that come and go are nothing to read.
  private static boolean isBlank(Piece piece) {
    return piece.changed().isEmpty()
        && (piece.before() == null || piece.before().words().isEmpty())
        && (piece.after() == null || piece.after().words().isEmpty())
        && piece.cell() == null;
  }

  /// Between two blocks that stayed, those that went and those that came and say much the same are
  /// one: an editor may write a block anew that somebody changed.
  private List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    List<Piece> gone = new ArrayList<>();
    List<Piece> come = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.before() != null && piece.after() != null) {
        join(gone, come, joined);
        joined.add(piece);
      } else if (piece.after() == null) {
        gone.add(piece);
      } else {
        come.add(piece);
      }
    }
    join(gone, come, joined);
    return joined;
  }

  private static void join(List<Piece> gone, List<Piece> come, List<Piece> joined) {
    int[] partners = Alignment.of(gone, come, DifferenceRules::isAlike);
    int next = 0;
    for (int i = 0; i < gone.size(); i++) {
      if (partners[i] < 0) {
        joined.add(gone.get(i));
        continue;
      }
      joined.addAll(come.subList(next, partners[i]));
      joined.add(together(gone.get(i), come.get(partners[i])));
      next = partners[i] + 1;
    }
    joined.addAll(come.subList(next, come.size()));
    gone.clear();
    come.clear();
  }

  private static boolean isAlike(Piece gone, Piece come) {
    return gone.kind().equals(come.kind())
        && (gone.cell() == null) == (come.cell() == null)
        && gone.before() != null
        && come.after() != null
        && !gone.before().words().isEmpty()
        && Rewrite.likeness(gone.before().words(), come.after().words()) >= ALIKE_MIN;
  }

  private static Piece together(Piece gone, Piece come) {
    return new Piece(
        come.kind(),
        come.level(),
        come.inside(),
        come.cell(),
        gone.before(),
        come.after(),
        come.cameAt(),
        gone.wentAt(),
        come.cameAt(),
        List.of());
  }

  private Set<Author> authors(Set<Long> seqs) {
    Set<Author> found = new HashSet<>();
    for (long seq : seqs) {
      if (seq > from) {
        found.add(authors.apply(seq));
      }
    }
    return found;
  }

  private Block block(Piece piece) {
    List<Run> runs = new ArrayList<>();
    Change change;
    if (piece.before() == null && piece.after() != null) {
      Set<Author> by = authors(piece.cameAt());
      piece
          .after()
          .tokens()
          .forEach(token -> add(runs, run(token, Change.ADDED, or(authors(token.cameAt()), by))));
      change = Change.ADDED;
    } else if (piece.after() == null && piece.before() != null) {
      Set<Author> by = authors(piece.wentAt());
      piece
          .before()
          .tokens()
          .forEach(token -> add(runs, run(token, Change.REMOVED, or(authors(token.wentAt()), by))));
      change = Change.REMOVED;
    } else {
      compare(piece, runs);
      boolean same = piece.changed().isEmpty() && runs.stream().allMatch(DifferenceRules::stayed);
      change = same ? Change.SAME : Change.CHANGED;
    }
    List<Note> notes = new ArrayList<>();
    for (Union.Changed each : piece.changed()) {
      notes.add(new Note(each.attribute(), each.was(), each.now(), authors(Set.of(each.at()))));
    }
    return new Block(
        piece.kind(), piece.level(), piece.inside(), piece.cell(), change, runs, notes);
  }

  private static boolean stayed(Run run) {
    return run.kind() == Change.SAME;
  }

  private static Set<Author> or(Set<Author> first, Set<Author> otherwise) {
    return first.isEmpty() ? otherwise : first;
  }

  private static Run run(UnionText.Token token, Change kind, Set<Author> by) {
    return new Run(token.text(), kind, List.of(), token.marks(), by);
  }

  private void compare(Piece piece, List<Run> runs) {
    List<UnionText.Token> before = piece.before() == null ? List.of() : piece.before().tokens();
    List<UnionText.Token> after = piece.after() == null ? List.of() : piece.after().tokens();
    int[] partners = Alignment.of(before, after, UnionText.Token::saysTheSame);
    joinAcrossBlanks(before, partners);
    int start = 0;
    int next = 0;
    for (int i = 0; i <= before.size(); i++) {
      if (i < before.size() && partners[i] < 0) {
        continue;
      }
      int end = i < before.size() ? partners[i] : after.size();
      hunk(before.subList(start, i), after.subList(next, end), runs);
      if (i < before.size()) {
        same(before.get(i), after.get(end), piece, runs);
      }
      start = i + 1;
      next = end + 1;
    }
  }

  /// A space that stayed between words that did not is no place to stop: what came and what went
  /// are told in one go.
  private static void joinAcrossBlanks(List<UnionText.Token> before, int[] partners) {
    Set<Integer> stayed = new HashSet<>();
    for (int partner : partners) {
      stayed.add(partner);
    }
    for (int i = 1; i < before.size() - 1; i++) {
      int at = partners[i];
      if (at > 0
          && before.get(i).text().isBlank()
          && partners[i - 1] < 0
          && partners[i + 1] < 0
          && !stayed.contains(at - 1)
          && !stayed.contains(at + 1)) {
        partners[i] = -1;
        stayed.remove(at);
      }
    }
  }

  /// Words that went and words that came in their place.
  private void hunk(List<UnionText.Token> gone, List<UnionText.Token> come, List<Run> runs) {
    Set<Long> all = new HashSet<>();
    gone.forEach(token -> all.addAll(token.wentAt()));
    come.forEach(token -> all.addAll(token.cameAt()));
    // Of a word that only grew together nobody wrote a letter.
    Set<Author> anybody = authors(all);
    gone.forEach(
        token -> add(runs, run(token, Change.REMOVED, or(authors(token.wentAt()), anybody))));
    come.forEach(
        token -> add(runs, run(token, Change.ADDED, or(authors(token.cameAt()), anybody))));
  }

  private void same(UnionText.Token before, UnionText.Token after, Piece piece, List<Run> runs) {
    if (before.marks().equals(after.marks()) || after.text().isBlank()) {
      add(runs, new Run(after.text(), Change.SAME, List.of(), after.marks(), Set.of()));
    } else {
      add(
          runs,
          new Run(
              after.text(),
              Change.CHANGED,
              before.marks(),
              after.marks(),
              authors(piece.formattedAt())));
    }
  }

  /// Adds to the one before where that had the same fate.
  private static void add(List<Run> runs, Run run) {
    if (!runs.isEmpty()) {
      Run last = runs.getLast();
      if (last.kind() == run.kind()
          && last.was().equals(run.was())
          && last.now().equals(run.now())
          && last.by().equals(run.by())) {
        runs.set(
            runs.size() - 1,
            new Run(last.text() + run.text(), run.kind(), run.was(), run.now(), run.by()));
        return;
      }
    }
    runs.add(run);
  }

  /// A block that went, and says what one says that came elsewhere, was moved.
  private static List<Block> moved(List<Block> blocks) {
    Map<String, List<Integer>> gone = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).change() == Change.REMOVED) {
        gone.computeIfAbsent(key(blocks.get(i)), _ -> new ArrayList<>()).add(i);
      }
    }
    List<Block> told = new ArrayList<>(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      List<Integer> from = gone.getOrDefault(key(block), List.of());
      if (block.change() == Change.ADDED && !from.isEmpty() && !text(block).isBlank()) {
        told.set(i, with(block, Change.MOVED_HERE));
        int away = from.removeFirst();
        told.set(away, with(blocks.get(away), Change.MOVED_AWAY));
      }
    }
    return told;
  }

  private static String key(Block block) {
    return block.kind() + " " + text(block);
  }

  private static String text(Block block) {
    StringBuilder text = new StringBuilder();
    block.runs().forEach(run -> text.append(run.text()));
    return text.toString();
  }

  private static Block with(Block block, Change change) {
    return new Block(
        block.kind(),
        block.level(),
        block.inside(),
        block.cell(),
        change,
        block.runs(),
        block.notes());
  }
}
