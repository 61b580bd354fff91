package nl.beleidstafel.crdt.update;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.BigInt;
import nl.beleidstafel.crdt.encoding.JsonReader;
import nl.beleidstafel.crdt.encoding.JsonWriter;
import nl.beleidstafel.crdt.encoding.Undefined;
import org.jspecify.annotations.Nullable;

/// What an item inserts. Belongs to one struct or item: {@link #split} and {@link #append} may
/// change it in place.
///
/// Source: yjs `Content*.js`.
public sealed interface Content
    permits Content.Deleted,
        Content.Json,
        Content.Binary,
        TextContent,
        Content.Embed,
        Content.Format,
        TypeContent,
        Content.Any,
        Content.Document {
  int DELETED = 1;
  int JSON = 2;
  int BINARY = 3;
  int STRING = 4;
  int EMBED = 5;
  int FORMAT = 6;
  int TYPE = 7;
  int ANY = 8;
  int DOCUMENT = 9;

  /// How many clocks it takes, at least 1.
  long length();

  /// Its number on the wire.
  int ref();

  /// Whether it counts in the length and the indices of its parent.
  default boolean isCountable() {
    return true;
  }

  /// Keeps what is before the offset (above 0, below the length) and gives what is behind it.
  default Split split(long offset) {
    throw new IllegalStateException("content of length 1 cannot be split");
  }

  /// Whether this and what follows may be one.
  default boolean canAppend(Content right) {
    return false;
  }

  /// Both as one, where {@link #canAppend} holds; neither may be used afterwards.
  default Content append(Content right) {
    throw new IllegalStateException("this content cannot grow");
  }

  /// Writes what is from the offset on.
  void write(UpdateOutput out, long offset);

  /// Reads the content that the lowest five bits of an item's info name.
  static Content read(int ref, UpdateInput in) {
    Content content =
        switch (ref) {
          case DELETED -> Deleted.of(in.readLength());
          case JSON -> Json.read(in);
          case BINARY -> new Binary(Bytes.copyOf(in.readBytes().toArray()));
          case STRING -> new TextContent(in.readString());
          case EMBED -> new Embed(Json.checked(in.readJson()));
          case FORMAT -> new Format(in.readKey(), Json.checked(in.readJson()));
          case TYPE -> TypeContent.read(in);
          case ANY -> Any.read(in);
          case DOCUMENT -> new Document(in.readString(), in.readAny());
          default -> throw new CrdtException("no content has number " + ref);
        };
    if (content.length() == 0) {
      throw new CrdtException("an item without content");
    }
    return content;
  }

  /// Content in two parts; what it was split from may no longer be used.
  record Split(Content before, Content behind) {}

  /// What was there is gone; only the clocks remain.
  record Deleted(long length) implements Content {
    private static final Deleted[] SHORT = new Deleted[64];

    static {
      Arrays.setAll(SHORT, Deleted::new);
    }

    /// Short runs are many and share their objects.
    public static Deleted of(long length) {
      return length < SHORT.length ? SHORT[(int) length] : new Deleted(length);
    }

    @Override
    public int ref() {
      return DELETED;
    }

    @Override
    public boolean isCountable() {
      return false;
    }

    @Override
    public Split split(long offset) {
      return new Split(of(offset), of(length - offset));
    }

    @Override
    public boolean canAppend(Content right) {
      return right instanceof Deleted;
    }

    @Override
    public Content append(Content right) {
      return of(length + right.length());
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      out.writeLength(length - offset);
    }
  }

  /// Values of an array as old versions of Yjs wrote them.
  record Json(List<@Nullable Object> values) implements Content {
    private static final String UNDEFINED = "undefined";

    static Json read(UpdateInput in) {
      long count = in.readLength();
      List<@Nullable Object> values = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        String text = in.readString();
        values.add(text.equals(UNDEFINED) ? Undefined.VALUE : JsonReader.parse(text));
      }
      return new Json(values);
    }

    /// Update v2 carries embeds and formats as `any`: a value that v1 could not write is refused.
    static @Nullable Object checked(@Nullable Object value) {
      if (value == Undefined.VALUE || holdsBigInt(value)) {
        throw new CrdtException("a value for which JSON has no form");
      }
      return value;
    }

    private static boolean holdsBigInt(@Nullable Object value) {
      return switch (value) {
        case BigInt _ -> true;
        case List<?> list -> list.stream().anyMatch(Json::holdsBigInt);
        case Map<?, ?> map -> map.values().stream().anyMatch(Json::holdsBigInt);
        case null, default -> false;
      };
    }

    @Override
    public long length() {
      return values.size();
    }

    @Override
    public int ref() {
      return JSON;
    }

    @Override
    public Split split(long offset) {
      List<@Nullable Object> behind = Any.cut(values, offset);
      return new Split(this, new Json(behind));
    }

    @Override
    public boolean canAppend(Content right) {
      return right instanceof Json;
    }

    @Override
    public Content append(Content right) {
      values.addAll(((Json) right).values);
      return this;
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      out.writeLength(values.size() - offset);
      for (int i = (int) offset; i < values.size(); i++) {
        Object value = values.get(i);
        out.writeString(value == Undefined.VALUE ? UNDEFINED : JsonWriter.print(value));
      }
    }
  }

  record Binary(Bytes bytes) implements Content {
    @Override
    public long length() {
      return 1;
    }

    @Override
    public int ref() {
      return BINARY;
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      out.writeBytes(bytes);
    }
  }

  /// An object inside a text.
  record Embed(@Nullable Object value) implements Content {
    @Override
    public long length() {
      return 1;
    }

    @Override
    public int ref() {
      return EMBED;
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      out.writeJson(value);
    }
  }

  /// From here on a text has the format; a null value ends it.
  record Format(String key, @Nullable Object value) implements Content {
    @Override
    public long length() {
      return 1;
    }

    @Override
    public int ref() {
      return FORMAT;
    }

    @Override
    public boolean isCountable() {
      return false;
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      out.writeKey(key);
      out.writeJson(value);
    }
  }

  /// Values of an array, or the one value of a map's key.
  record Any(List<@Nullable Object> values) implements Content {
    static Any read(UpdateInput in) {
      long count = in.readLength();
      if (count > in.rest().remaining()) {
        throw new CrdtException("more values than bytes");
      }
      List<@Nullable Object> values = new ArrayList<>(Math.min((int) count, 16));
      for (long i = 0; i < count; i++) {
        values.add(in.readAny());
      }
      return new Any(values);
    }

    private static List<@Nullable Object> cut(List<@Nullable Object> values, long offset) {
      List<@Nullable Object> behind = values.subList(Math.toIntExact(offset), values.size());
      List<@Nullable Object> right = new ArrayList<>(behind);
      behind.clear();
      return right;
    }

    @Override
    public long length() {
      return values.size();
    }

    @Override
    public int ref() {
      return ANY;
    }

    @Override
    public Split split(long offset) {
      List<@Nullable Object> behind = cut(values, offset);
      return new Split(this, new Any(behind));
    }

    @Override
    public boolean canAppend(Content right) {
      return right instanceof Any;
    }

    @Override
    public Content append(Content right) {
      values.addAll(((Any) right).values);
      return this;
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      out.writeLength(values.size() - offset);
      for (int i = (int) offset; i < values.size(); i++) {
        out.writeAny(values.get(i));
      }
    }
  }

  /// A reference to another document, kept as it is.
  record Document(String guid, @Nullable Object options) implements Content {
    @Override
    public long length() {
      return 1;
    }

    @Override
    public int ref() {
      return DOCUMENT;
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      out.writeString(guid);
      out.writeAny(options);
    }
  }
}
