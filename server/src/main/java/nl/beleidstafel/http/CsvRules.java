package nl.beleidstafel.http;

import java.util.List;

/// A table as CSV that a Dutch spreadsheet opens: fields between quotation marks, semicolons
/// between them. A field that a spreadsheet would take for a formula gets an apostrophe first.
/// Source: RFC 4180; OWASP, CSV injection.
public final class CsvRules {
  /// Says that what follows is UTF-8.
  public static final String MARK = "\uFEFF";

  private static final String FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠";

  private CsvRules() {}

  public static String line(List<String> fields) {
    StringBuilder line = new StringBuilder();
    for (String field : fields) {
      line.append(line.isEmpty() ? "" : ";").append('"').append(safe(field)).append('"');
    }
    return line.append("\r\n").toString();
  }

  private static String safe(String field) {
    String doubled = field.replace("\"", "\"\"");
    return !field.isEmpty() && FORMULA_SIGNS.indexOf(field.charAt(0)) >= 0
        ? "'" + doubled
        : doubled;
  }
}
