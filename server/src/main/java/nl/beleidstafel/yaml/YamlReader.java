package nl.beleidstafel.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Limits;

/// Reads one file into a tree that keeps line numbers, which Jackson's own tree does not.
public final class YamlReader {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private YamlReader() {}

  /// The file's content, or nothing and a mistake noted.
  public static Optional<Yaml> read(Path file, String name, Mistakes mistakes) {
    try {
      long sizeBytes = Files.size(file);
      if (sizeBytes > Limits.TEMPLATE_FILE_SIZE_MAX_BYTES) {
        mistakes.add(
            name,
            0,
            "",
            "the file has %d bytes, and at most %d are read; split it in two"
                .formatted(sizeBytes, Limits.TEMPLATE_FILE_SIZE_MAX_BYTES));
        return Optional.empty();
      }
      return parse(Files.readString(file), name, mistakes);
    } catch (CharacterCodingException _) {
      mistakes.add(name, 0, "", "the file is not UTF-8 text");
    } catch (IOException _) {
      mistakes.add(name, 0, "", "the file cannot be read; does it exist?");
    }
    return Optional.empty();
  }

  private static Optional<Yaml> parse(String text, String name, Mistakes mistakes)
      throws IOException {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        mistakes.add(name, 1, "", "the file is empty");
        return Optional.empty();
      }
      Yaml value = value(parser);
      if (parser.nextToken() != null) {
        int line = parser.currentTokenLocation().getLineNr();
        mistakes.add(name, line, "", "a second document begins here; one file holds one");
      }
      return Optional.of(value);
    } catch (AliasException alias) {
      mistakes.add(name, alias.line, "", "anchors and aliases (& and *) are not read");
    } catch (JsonProcessingException wrong) {
      int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
      String reason = wrong.getOriginalMessage().lines().findFirst().orElse("unknown reason");
      mistakes.add(name, line, "", "this is not valid YAML: " + reason);
    }
    return Optional.empty();
  }

  private static Yaml value(YAMLParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    if (parser.isCurrentAlias()) {
      throw new AliasException(line);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, line);
      case START_ARRAY -> sequence(parser, line);
      case VALUE_NULL -> new Yaml.Scalar(line, "");
      case null, default -> new Yaml.Scalar(line, parser.getText());
    };
  }

  private static Yaml mapping(YAMLParser parser, int line) throws IOException {
    List<Yaml.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      entries.add(new Yaml.Entry(keyLine, key, value(parser)));
    }
    return new Yaml.Mapping(line, entries);
  }

  private static Yaml sequence(YAMLParser parser, int line) throws IOException {
    List<Yaml> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Yaml.Sequence(line, items);
  }

  /// An alias repeats another value, and ten of them can repeat a billion.
  private static final class AliasException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;

    AliasException(int line) {
      this.line = line;
    }
  }
}
