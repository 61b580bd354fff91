package nl.beleidstafel.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import org.jspecify.annotations.Nullable;

/// The fields of a JSON body, read one by one with a problem that names the field. Fields nobody
/// asks for are ignored.
public final class Fields {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.JSON_DEPTH_MAX)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ObjectNode object;
  private final String path;

  private Fields(ObjectNode object) {
    this(object, "");
  }

  /// @param path what stands before a field's name where a problem names it
  private Fields(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static Fields parse(Bytes body) {
    String text = decode(body);
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new RefusedException(Problem.jsonUnreadable(place(e.getLocation())));
    }
    if (node instanceof ObjectNode found) {
      return new Fields(found);
    }
    throw new RefusedException(
        Problem.jsonUnreadable(
            new Text("Er wordt een JSON-object verwacht.", "A JSON object is expected.")));
  }

  /// A field that must be text.
  ///
  /// @param lengthMax in UTF-16 units, before anything is trimmed
  public String text(String name, int lengthMax) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      throw refused(name, "Dit veld ontbreekt.", "This field is missing.");
    }
    if (!node.isTextual()) {
      throw refused(name, "Dit veld moet tekst zijn.", "This field must be text.");
    }
    String text = node.textValue();
    if (text.length() > lengthMax) {
      throw refused(
          name,
          "Dit veld mag hooguit " + lengthMax + " tekens hebben.",
          "This field may have " + lengthMax + " characters at most.");
    }
    return text;
  }

  /// A field that must be an object, whatever is in it.
  public JsonObject json(String name) {
    JsonNode node = object.get(name);
    if (node instanceof ObjectNode found) {
      return new JsonObject(found.toString());
    }
    throw refused(name, "Dit veld moet een object zijn.", "This field must be an object.");
  }

  /// The fields of a field that must be an object.
  public Fields inside(String name) {
    JsonNode node = object.get(name);
    if (node instanceof ObjectNode found) {
      return new Fields(found);
    }
    throw refused(name, "Dit veld moet een object zijn.", "This field must be an object.");
  }

  /// A field that must be a list of objects. A problem with a field of one names it with its place:
  /// `groups[2].title`.
  ///
  /// @param countMax how many it may hold
  public List<Fields> items(String name, int countMax) {
    if (!(object.get(name) instanceof ArrayNode list)) {
      throw refused(name, "Dit veld moet een lijst zijn.", "This field must be a list.");
    }
    if (list.size() > countMax) {
      throw refused(
          name,
          "Deze lijst mag hooguit " + countMax + " onderdelen hebben.",
          "This list may have " + countMax + " items at most.");
    }
    List<Fields> items = new ArrayList<>(list.size());
    for (JsonNode each : list) {
      String place = name + "[" + items.size() + "]";
      if (!(each instanceof ObjectNode found)) {
        throw refused(place, "Dit veld moet een object zijn.", "This field must be an object.");
      }
      items.add(new Fields(found, path + place + "."));
    }
    return items;
  }

  /// A problem with a field, for what only its feature can tell.
  public RefusedException wrong(String name, Text detail) {
    return new RefusedException(Problem.field(path + name, detail));
  }

  /// A field that is a list of lines of text as people type them, see {@link #line}.
  ///
  /// @param countMax how many it may hold
  /// @param lengthMax of each, in characters
  public List<String> lines(String name, int countMax, int lengthMax) {
    List<String> lines = new ArrayList<>();
    for (String each : texts(name, countMax, Limits.JSON_BODY_SIZE_MAX_BYTES)) {
      lines.add(line(name + "[" + lines.size() + "]", each, lengthMax));
    }
    return lines;
  }

  /// One line of text as people type it, without the space around it: not empty, no control
  /// characters, no signs that turn the direction of what follows, no broken surrogates.
  ///
  /// @param lengthMax in characters (code points), after trimming
  public String line(String name, int lengthMax) {
    return line(name, text(name, Limits.JSON_BODY_SIZE_MAX_BYTES), lengthMax);
  }

  private String line(String name, String typed, int lengthMax) {
    String line = typed.strip();
    check(name, line, lengthMax);
    if (line.codePoints().anyMatch(Fields::isUnfit)) {
      throw refused(
          name,
          "Dit veld bevat tekens die hier niet mogen, zoals een regeleinde.",
          "This field has characters that are not allowed here, such as a line break.");
    }
    return line;
  }

  /// Text of several lines as people type it, without the space around it: not empty, no other
  /// control characters, no signs that turn the direction of what follows. Lines end in `\n`.
  ///
  /// @param lengthMax in characters (code points), after trimming
  public String paragraphs(String name, int lengthMax) {
    String text =
        text(name, Limits.JSON_BODY_SIZE_MAX_BYTES)
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .strip();
    check(name, text, lengthMax);
    if (text.codePoints().anyMatch(each -> each != '\n' && each != '\t' && isUnfit(each))) {
      throw refused(
          name,
          "Dit veld bevat tekens die hier niet mogen.",
          "This field has characters that are not allowed here.");
    }
    return text;
  }

  /// Refuses what shows nothing, and what is too long.
  private void check(String name, String typed, int lengthMax) {
    if (typed.codePoints().noneMatch(Fields::isVisible)) {
      throw refused(name, "Dit veld is leeg.", "This field is empty.");
    }
    if (typed.codePointCount(0, typed.length()) > lengthMax) {
      throw refused(
          name,
          "Dit veld mag hooguit " + lengthMax + " tekens hebben.",
          "This field may have " + lengthMax + " characters at most.");
    }
  }

  /// Whether the field is there, be it with nothing in it.
  public boolean has(String name) {
    return object.has(name);
  }

  /// A field that is text, or `null`, or absent.
  public Optional<String> optionalText(String name, int lengthMax) {
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(text(name, lengthMax));
  }

  /// A field that must be a whole number, 0 or more.
  public long number(String name) {
    JsonNode node = object.get(name);
    if (node == null || !node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 0) {
      throw refused(
          name, "Dit veld moet een heel getal zijn.", "This field must be a whole number.");
    }
    return node.asLong();
  }

  /// Whether the field is there, and not null.
  public boolean given(String name) {
    return object.hasNonNull(name);
  }

  /// A field that must be true or false.
  public boolean flag(String name) {
    JsonNode node = object.get(name);
    if (node == null || !node.isBoolean()) {
      throw refused(name, "Dit veld moet true of false zijn.", "This field must be true or false.");
    }
    return node.booleanValue();
  }

  /// A field that must be a list of text.
  ///
  /// @param countMax how many it may hold
  /// @param lengthMax of each, in UTF-16 units
  public List<String> texts(String name, int countMax, int lengthMax) {
    if (!(object.get(name) instanceof ArrayNode list)) {
      throw refused(
          name, "Dit veld moet een lijst van tekst zijn.", "This field must be a list of text.");
    }
    if (list.size() > countMax) {
      throw refused(
          name,
          "Deze lijst mag hooguit " + countMax + " woorden hebben.",
          "This list may have " + countMax + " words at most.");
    }
    List<String> texts = new ArrayList<>(list.size());
    for (JsonNode each : list) {
      if (!each.isTextual() || each.textValue().length() > lengthMax) {
        throw refused(
            name, "Dit veld moet een lijst van tekst zijn.", "This field must be a list of text.");
      }
      texts.add(each.textValue());
    }
    return texts;
  }

  /// A field that must be a whole number.
  public int whole(String name, int min, int max) {
    JsonNode node = object.get(name);
    if (node == null || !node.canConvertToInt() || node.intValue() < min || node.intValue() > max) {
      throw refused(
          name,
          "Dit veld moet een heel getal zijn van " + min + " tot en met " + max + ".",
          "This field must be a whole number from " + min + " to " + max + ".");
    }
    return node.intValue();
  }

  /// An object inside this one. Problems with its fields name them alone, those of an object in a
  /// list with the place.
  public Fields object(String name) {
    if (object.get(name) instanceof ObjectNode found) {
      return new Fields(found, path.isEmpty() ? "" : path + name + ".");
    }
    throw refused(name, "Dit veld ontbreekt.", "This field is missing.");
  }

  /// The name of a person, an organisation or a municipality: one line that holds no link, because
  /// it is put into mails to people who may not know who wrote it.
  public String name(String name) {
    String line = line(name, Limits.NAME_LENGTH_MAX);
    if (line.contains("://") || line.toLowerCase(Locale.ROOT).contains("www.")) {
      throw refused(name, "Een naam kan geen link bevatten.", "A name cannot hold a link.");
    }
    return line;
  }

  /// An e-mail address, normalised.
  public Email email(String name) {
    return Email.parse(text(name, Limits.NAME_LENGTH_MAX * 2))
        .orElseThrow(
            () -> refused(name, "Dit is geen e-mailadres.", "This is not an e-mail address."));
  }

  /// A password to be kept: long enough.
  public String newPassword(String name) {
    String password = text(name, Limits.PASSWORD_LENGTH_MAX);
    if (password.codePointCount(0, password.length()) < Limits.PASSWORD_LENGTH_MIN) {
      throw refused(
          name,
          "Kies een wachtwoord van minstens " + Limits.PASSWORD_LENGTH_MIN + " tekens.",
          "Choose a password of at least " + Limits.PASSWORD_LENGTH_MIN + " characters.");
    }
    return password;
  }

  private static boolean isVisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.FORMAT
        && !Character.isSpaceChar(codePoint)
        && !Character.isWhitespace(codePoint);
  }

  private static boolean isUnfit(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT ->
          (codePoint >= 0x202A && codePoint <= 0x202E)
              || (codePoint >= 0x2066 && codePoint <= 0x2069);
      default -> false;
    };
  }

  private RefusedException refused(String name, String dutch, String english) {
    return wrong(name, new Text(dutch, english));
  }

  private static String decode(Bytes body) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body.backingArray(), body.arrayOffset(), body.length()))
          .toString();
    } catch (CharacterCodingException _) {
      throw new RefusedException(
          Problem.jsonUnreadable(
              new Text("Het bericht is geen goede UTF-8.", "The message is not valid UTF-8.")));
    }
  }

  private static Text place(@Nullable JsonLocation at) {
    if (at == null || at.getLineNr() < 1) {
      return new Text("Het bericht is geen goede JSON.", "The message is not valid JSON.");
    }
    int line = at.getLineNr();
    int column = at.getColumnNr();
    return new Text(
        "Geen goede JSON op regel " + line + ", teken " + column + ".",
        "Not valid JSON at line " + line + ", character " + column + ".");
  }
}
