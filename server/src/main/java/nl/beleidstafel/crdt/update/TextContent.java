package nl.beleidstafel.crdt.update;

/// A run of characters. Belongs to one struct or item, which may let it grow: appending to a long
/// run costs what is appended, not what is there.
///
/// @see Content
public final class TextContent implements Content {
  private static final int BUILDER_FROM = 256;

  private CharSequence text;

  public TextContent(String text) {
    this.text = text;
  }

  /// The characters, to be read at once and not kept: later edits may change them.
  public CharSequence text() {
    return text;
  }

  @Override
  public long length() {
    return text.length();
  }

  @Override
  public int ref() {
    return STRING;
  }

  /// A cut inside a surrogate pair leaves U+FFFD on both sides, as in Yjs: every replica that sees
  /// an edit there must come to the same characters, and neither half can be encoded alone.
  @Override
  public Split split(long offset) {
    int at = Math.toIntExact(offset);
    String left = text.subSequence(0, at).toString();
    String right = text.subSequence(at, text.length()).toString();
    if (Character.isHighSurrogate(left.charAt(at - 1))) {
      left = left.substring(0, at - 1) + '\ufffd';
      right = '\ufffd' + right.substring(1);
    }
    text = left;
    return new Split(this, new TextContent(right));
  }

  @Override
  public boolean canAppend(Content right) {
    return right instanceof TextContent;
  }

  @Override
  public Content append(Content right) {
    CharSequence more = ((TextContent) right).text;
    if (text instanceof StringBuilder builder) {
      builder.append(more);
    } else if (text.length() + more.length() < BUILDER_FROM) {
      text = text.toString().concat(more.toString());
    } else {
      StringBuilder grown = new StringBuilder(2 * (text.length() + more.length()));
      grown.append(text).append(more);
      text = grown;
    }
    return this;
  }

  @Override
  public void write(UpdateOutput out, long offset) {
    out.writeString(text, (int) offset);
  }
}
