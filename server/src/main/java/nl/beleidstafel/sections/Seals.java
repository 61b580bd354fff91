package nl.beleidstafel.sections;

import io.vertx.core.Future;
import nl.beleidstafel.base.SectionId;

/// Tells what sections say now, in a form that can be kept and compared. Asks for nobody's rights.
/// Any thread; nothing waits, but reading a long text takes its time.
public interface Seals {
  /// Fails with `IllegalStateException` where there is no such section.
  Future<Seal> now(SectionId section);
}
