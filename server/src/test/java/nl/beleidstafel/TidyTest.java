package nl.beleidstafel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// How the sources look: line, function and file lengths, names, leftovers, blobs. An exception is
/// one line here, with its reason.
final class TidyTest {
  private static final int LINE_MAX = 100;
  private static final int FUNCTION_LINES_MAX = 60;
  private static final int FILE_LINES_MAX = 500;
  private static final int TEST_FILE_LINES_MAX = 800;

  /// Every bound in one place: a list, which nobody reads from end to end.
  private static final String BOUNDS = "base/Limits.java";

  private static final int BLOB_MAX_BYTES = 200 * 1024;

  private static final String[] CODE = {".java", ".ts", ".tsx", ".mjs", ".css", ".sql"};

  /// Files (or folders, ending in a slash) outside the rules, each with its reason.
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "server/src/test/java/nl/beleidstafel/TidyTest.java",
          "spells the words that it forbids",
          "web/src/editor/paste/fixtures/",
          "what Word puts on the clipboard, as it is",
          "bench/",
          "the load harness came as it is, with lines of 120 columns and a console");

  /// A text for people stands whole on its line, however long.
  private static final Pattern TEXT_ALONE =
      Pattern.compile("\\s*(?:[\\w.]+: )?(['\"]).*\\1(?:[,;]| \\+)?");

  private static final Pattern BANNED_NAME =
      Pattern.compile(
          "\\b(?:class|record|interface|enum)\\s+"
              + "(\\w*(?:Manager|Helper|Util|Utils|Impl|Service|Handler|Info|Data)"
              + "|Base[A-Z]\\w*|Abstract[A-Z]\\w*)\\b");

  private static final Pattern LEFTOVER =
      Pattern.compile("FIXME|TODO|XXX\\b|HACK\\b|console\\.log|System\\.out");

  private static final Pattern LOCK =
      Pattern.compile("\\bsynchronized\\b|\\bReentrantLock\\b|Thread\\.sleep");

  private static final Pattern CODE_IN_COMMENT =
      Pattern.compile(
          "^\\s*//(?!/)\\s*(?:\\w+[\\w.]*\\([^)]*\\);|(?:var|const|let|return|if) .*[;{])\\s*$");

  @Test
  void linesAreShort() {
    assertNone(
        eachLine(
            CODE,
            (file, line) ->
                line.length() > LINE_MAX
                    && !TEXT_ALONE.matcher(line).matches()
                    && !line.contains("http://")
                    && !line.contains("https://")
                    && !line.startsWith("import ")));
  }

  @Test
  void filesAreShort() {
    List<String> faults = new ArrayList<>();
    for (Path file : sources(CODE)) {
      long lines = Repository.read(file).lines().count();
      int max = isTest(file) ? TEST_FILE_LINES_MAX : FILE_LINES_MAX;
      if (lines > max && !file.endsWith(BOUNDS)) {
        faults.add(file + " has " + lines + " lines");
      }
    }
    assertNone(faults);
  }

  @Test
  void javaFunctionsAreShort() throws IOException {
    assertNone(longMethods(sources(".java")));
  }

  @Test
  void namesSayWhatAThingIs() {
    assertNone(eachLine(new String[] {".java"}, (_, line) -> BANNED_NAME.matcher(line).find()));
  }

  @Test
  void nothingIsLeftOver() {
    assertNone(eachLine(CODE, (_, line) -> LEFTOVER.matcher(line).find()));
    assertNone(eachLine(CODE, (_, line) -> CODE_IN_COMMENT.matcher(line).find()));
  }

  @Test
  void nobodyLocksOrSleeps() {
    assertNone(eachLine(new String[] {".java"}, (_, line) -> LOCK.matcher(line).find()));
  }

  @Test
  void noBlobs() {
    List<String> faults = new ArrayList<>();
    for (Path file : Repository.files()) {
      boolean allowed = file.toString().contains("/golden/") || file.endsWith("package-lock.json");
      if (!allowed && Repository.sizeBytes(file) > BLOB_MAX_BYTES && !excused(file)) {
        faults.add(file + " has " + Repository.sizeBytes(file) + " bytes");
      }
    }
    assertNone(faults);
  }

  @Test
  void theChecksCanFail() {
    assertTrue(BANNED_NAME.matcher("final class RoomManager {").find());
    assertTrue(LEFTOVER.matcher("// TODO later").find());
    assertTrue(LOCK.matcher("Thread.sleep(10)").find());
    assertTrue(CODE_IN_COMMENT.matcher("  // room.close();").find());
    assertTrue(sources(".java").size() > 10);
  }

  private interface LineFault {
    boolean in(Path file, String line);
  }

  private static List<String> eachLine(String[] endings, LineFault fault) {
    List<String> faults = new ArrayList<>();
    for (Path file : sources(endings)) {
      int number = 0;
      for (String line : Repository.read(file).lines().toList()) {
        number++;
        if (fault.in(file, line)) {
          faults.add(file + ":" + number + " " + line.strip());
        }
      }
    }
    return faults;
  }

  private static List<Path> sources(String... endings) {
    return Repository.files(endings).stream()
        .filter(file -> !file.toString().contains("/golden/") && !excused(file))
        .toList();
  }

  private static boolean excused(Path file) {
    return EXCEPTIONS.keySet().stream().anyMatch(file.toString()::startsWith);
  }

  private static boolean isTest(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.contains("/test/") || name.contains(".test.") || name.contains("/e2e/");
  }

  private static List<String> longMethods(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> faults = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var units =
          manager.getJavaFileObjectsFromPaths(
              files.stream().map(Repository.ROOT::resolve).toList());
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitMethod(MethodTree method, Void nothing) {
            int lines = lines(unit, method, positions);
            if (lines > FUNCTION_LINES_MAX) {
              faults.add(unit.getSourceFile().getName() + " " + method.getName() + ": " + lines);
            }
            return super.visitMethod(method, null);
          }
        }.scan(unit, null);
      }
    }
    return faults;
  }

  private static int lines(CompilationUnitTree unit, Tree tree, SourcePositions positions) {
    LineMap map = unit.getLineMap();
    long start = map.getLineNumber(positions.getStartPosition(unit, tree));
    long end = map.getLineNumber(positions.getEndPosition(unit, tree));
    return (int) (end - start + 1);
  }

  private static void assertNone(List<String> faults) {
    assertEquals(List.of(), faults, () -> String.join("\n", faults));
  }
}
