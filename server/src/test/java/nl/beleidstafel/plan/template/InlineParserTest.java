package nl.beleidstafel.plan.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

final class InlineParserTest {
  private final List<String> mistakes = new ArrayList<>();

  @Test
  void plainWordsStayOnePiece() {
    assertEquals(List.of(new Inline.Words("Wat gaat goed?")), parse("Wat gaat goed?"));
    assertEquals(List.of(), parse(""));
  }

  @Test
  void marksNest() {
    assertEquals(
        List.of(
            new Inline.Words("a "),
            new Inline.Bold(
                List.of(new Inline.Words("b "), new Inline.Italic(List.of(new Inline.Words("c"))))),
            new Inline.Words(" d")),
        parse("a **b *c*** d"));
    assertEquals(List.of(), mistakes);
  }

  @Test
  void linksHoldWordsWithMarks() {
    assertEquals(
        List.of(
            new Inline.Link(
                "https://www.trimbos.nl",
                List.of(new Inline.Italic(List.of(new Inline.Words("hier")))))),
        parse("[*hier*](https://www.trimbos.nl)"));
  }

  @Test
  void bracketsThatLeadNowhereAreText() {
    assertEquals(
        List.of(
            new Inline.Words("[noem "),
            new Inline.CrossReference("3.10", null),
            new Inline.Words("]")),
        parse("[noem [[3.10]]]"));
    assertEquals(List.of(), mistakes);
  }

  @Test
  void footnotesHoldText() {
    assertEquals(
        List.of(
            new Inline.Words("model"),
            new Inline.Footnote(
                List.of(new Inline.Words("zie "), new Inline.CrossReference("4", "onderdeel 4"))),
            new Inline.Words(".")),
        parse("model^[zie [[4|onderdeel 4]]]."));
  }

  @Test
  void placesAreFound() {
    assertEquals(
        List.of(new Inline.Words("omdat "), new Inline.Place("aanleiding")),
        parse("omdat {{aanleiding}}"));
  }

  @Test
  void aBackslashTakesASignAsItIs() {
    assertEquals(
        List.of(new Inline.Words("5 * 3 {{x}} [y] \\")), parse("5 \\* 3 \\{{x\\}} [y] \\\\"));
    assertEquals(List.of(), mistakes);
  }

  @Test
  void whatIsNotClosedIsNamed() {
    for (String text : List.of("**a", "*a", "[a", "^[a", "{{a", "[[a", "[a](https://x", "**a*")) {
      mistakes.clear();
      parse(text);
      assertTrue(
          !mistakes.isEmpty() && mistakes.getFirst().contains("closed"), text + ": " + mistakes);
    }
  }

  @Test
  void whatClosesNothingIsNamed() {
    for (String text : List.of("a]", "a}}", "****", "**", "^[]", "[](https://x)", "[[a|]]")) {
      mistakes.clear();
      parse(text);
      assertEquals(1, mistakes.size(), text);
    }
  }

  @Test
  void marksMustNotCross() {
    parse("**a *b** c*");
    assertTrue(mistakes.getFirst().contains("must close inside it"), mistakes.toString());
  }

  @Test
  void onlyWebAddressesAreLinks() {
    parse("[a](javascript:alert)");
    assertEquals(1, mistakes.size());
  }

  @Test
  void anyTextIsReadWithoutFailing() {
    String signs = "**[]]^{}|()\\ ab1\n";
    Seeds.each(
        500,
        random -> {
          String text = random(random, signs);
          List<Inline> content = InlineParser.parse(text, _ -> {});
          assertTrue(length(content) <= text.length());
        });
  }

  private static String random(SplittableRandom random, String signs) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }

  private static int length(List<Inline> content) {
    int length = 0;
    for (Inline inline : content) {
      length +=
          switch (inline) {
            case Inline.Words words -> words.text().length();
            case Inline.Bold bold -> length(bold.content());
            case Inline.Italic italic -> length(italic.content());
            case Inline.Link link -> length(link.content());
            case Inline.Footnote footnote -> length(footnote.content());
            case Inline.CrossReference _, Inline.Place _ -> 1;
          };
    }
    return length;
  }

  private List<Inline> parse(String text) {
    return InlineParser.parse(text, mistakes::add);
  }
}
