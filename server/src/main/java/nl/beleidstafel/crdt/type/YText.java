package nl.beleidstafel.crdt.type;

import nl.beleidstafel.crdt.doc.Branch;

/// Text that stands by itself.
public final class YText extends SharedText {
  private YText(Branch branch) {
    super(branch);
  }

  public static YText of(Branch branch) {
    return new YText(branch);
  }

  @Override
  public String toString() {
    return text();
  }
}
