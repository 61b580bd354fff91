package nl.beleidstafel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvRulesTest {
  @Test
  void fieldsAreQuotedAndQuotesDoubled() {
    assertEquals(
        "\"a\";\"\";\"zeg \"\"hoi\"\"; ja\"\r\n",
        CsvRules.line(List.of("a", "", "zeg \"hoi\"; ja")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
  void noFieldIsAFormula(String field) {
    assertEquals("\"'" + field + "\"\r\n", CsvRules.line(List.of(field)));
  }
}
