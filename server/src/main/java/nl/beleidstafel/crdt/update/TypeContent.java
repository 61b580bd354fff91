package nl.beleidstafel.crdt.update;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A shared type inside another. In an update it is only kind and name; in a document a subclass
/// holds its children.
///
/// @see Content
public non-sealed class TypeContent implements Content {
  private final TypeKind kind;
  private final @Nullable String name;

  /// The name is left out where the kind has none; where it has one and none is given, it is what
  /// Yjs calls such an element.
  public TypeContent(TypeKind kind, @Nullable String name) {
    this.kind = kind;
    this.name = kind.isNamed() ? Objects.requireNonNullElse(name, "UNDEFINED") : null;
  }

  static TypeContent read(UpdateInput in) {
    TypeKind kind = TypeKind.ofRef(in.readTypeRef());
    return new TypeContent(kind, kind.isNamed() ? in.readKey() : null);
  }

  public final TypeKind kind() {
    return kind;
  }

  /// The node name of an element or the name of a hook; null for the other kinds.
  public final @Nullable String name() {
    return name;
  }

  @Override
  public final long length() {
    return 1;
  }

  @Override
  public final int ref() {
    return TYPE;
  }

  @Override
  public final void write(UpdateOutput out, long offset) {
    out.writeTypeRef(kind.ref());
    if (name != null) {
      out.writeKey(name);
    }
  }
}
