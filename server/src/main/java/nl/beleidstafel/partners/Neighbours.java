package nl.beleidstafel.partners;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.sections.Traces;

/// Who must know at once when people and partners come and go.
///
/// @param bar in the transaction: nothing of this member is stored any more
/// @param accessChanged after the commit: rights to these documents changed
/// @param traces what a member said about sections, for what they take with them
/// @param ended after the commit: sessions of this member ended, so open sockets look again
public record Neighbours(
    Partnerships partnerships,
    BiFunction<Tx, MemberId, Future<Void>> bar,
    Consumer<List<DocumentId>> accessChanged,
    List<Traces> traces,
    Consumer<MemberId> ended) {
  public Neighbours {
    traces = List.copyOf(traces);
  }
}
