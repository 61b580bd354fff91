package nl.beleidstafel.crdt.update;

/// The kinds of shared type, with their numbers on the wire.
///
/// Source: yjs `ContentType.js`.
public enum TypeKind {
  ARRAY(0),
  MAP(1),
  TEXT(2),
  XML_ELEMENT(3),
  XML_FRAGMENT(4),
  XML_HOOK(5),
  XML_TEXT(6);

  private static final TypeKind[] BY_REF = values();

  private final int ref;

  TypeKind(int ref) {
    this.ref = ref;
  }

  int ref() {
    return ref;
  }

  /// Throws {@link CrdtException} for a number that no kind has.
  static TypeKind ofRef(long ref) {
    if (ref < 0 || ref >= BY_REF.length) {
      throw new CrdtException("no shared type has number " + ref);
    }
    return BY_REF[(int) ref];
  }

  /// Whether the kind is written with a name: the node name of an element, the name of a hook.
  public boolean isNamed() {
    return this == XML_ELEMENT || this == XML_HOOK;
  }

  /// Whether the kind holds formatted text.
  public boolean isText() {
    return this == TEXT || this == XML_TEXT;
  }
}
