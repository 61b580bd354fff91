package nl.beleidstafel.plan.template;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.beleidstafel.prose.FillInKind;
import nl.beleidstafel.yaml.Fields;
import org.jspecify.annotations.Nullable;

/// Reads what all fill-ins have in common, and those that stand inside running text.
final class FillInReader {
  private FillInReader() {}

  /// The fill-in for running text that a group of `fill-ins` describes.
  static FillIn read(String key, Fields fields, BlockReader blocks) {
    FillInKind kind = kind(fields);
    String label = fields.text("label");
    String unit = fields.optionalText("unit");
    String register = register(fields, kind, blocks);
    String text = fields.optionalText("text");
    List<Inline> content =
        text == null ? List.of() : blocks.inline(text, fields.line("text"), fields.at("text"));
    fields.done();
    return new FillIn(key, kind, label, unit, register, content);
  }

  static FillInKind kind(Fields fields) {
    String word = fields.text("kind");
    for (FillInKind kind : FillInKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    if (!word.isEmpty()) {
      String known =
          Arrays.stream(FillInKind.values())
              .map(FillInKind::word)
              .collect(Collectors.joining(", "));
      fields.mistake("kind", "“" + word + "” is no kind of fill-in; it must be one of " + known);
    }
    return FillInKind.TEXT;
  }

  static @Nullable String register(Fields fields, FillInKind kind, BlockReader blocks) {
    String register = fields.optionalText("register");
    if (register != null) {
      blocks.view(fields, register);
    } else if (kind == FillInKind.CHOICE) {
      fields.mistake("register", "a choice needs a register to choose from");
    }
    return register;
  }
}
