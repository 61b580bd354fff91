package nl.beleidstafel.yaml;

/// Reads keys: names for the machine, made of lower-case letters, digits and dashes.
public final class Keys {
  private Keys() {}

  /// The key in this field; a key that is none is reported and given back as it stands.
  public static String read(Fields fields, String name) {
    String key = fields.text(name);
    if (!key.isEmpty() && !key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      fields.mistake(
          name, "“" + key + "” is no key; a key has lower-case letters, digits and dashes");
    }
    return key;
  }
}
