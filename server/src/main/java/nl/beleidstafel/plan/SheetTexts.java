package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.prose.CanonicalJson;
import nl.beleidstafel.prose.Prose;

/// What stands on the sheets of documents, as canonical JSON. Asks for nobody's rights. Keeps some
/// texts, each for as long as nobody writes in its document. Any thread; nothing waits.
final class SheetTexts {
  private record Kept(long seq, Optional<String> tree) {}

  private final PlanStore store;
  private final Collab collab;
  private final Map<DocumentId, Kept> kept = new ConcurrentHashMap<>();

  SheetTexts(PlanStore store, Collab collab) {
    this.store = store;
    this.collab = collab;
  }

  /// The tree as it is now; empty where it is too long to be shown at once.
  Future<Optional<String>> of(DocumentId document) {
    return store
        .seq(document)
        .compose(seq -> {
          Kept known = kept.get(document);
          return known != null && known.seq() == seq
              ? Future.succeededFuture(known.tree())
              : collab.read(document, seq).map(update -> keep(document, seq, tree(update)));
        });
  }

  /// What was read may be newer than the seq before it: then the next question reads anew. Which
  /// one goes where there are too many does not matter: it is made anew in a few milliseconds.
  private Optional<String> keep(DocumentId document, long seq, Optional<String> tree) {
    Iterator<DocumentId> others = kept.keySet().iterator();
    while (kept.size() >= Limits.SHEET_TEXTS_KEPT_MAX && others.hasNext()) {
      kept.remove(others.next());
    }
    kept.put(document, new Kept(seq, tree));
    return tree;
  }

  private static Optional<String> tree(Bytes update) {
    Doc doc = new Doc(0);
    doc.apply(update);
    String tree = CanonicalJson.of(Prose.read(doc));
    return tree.length() <= Limits.SHEET_TEXT_LENGTH_MAX ? Optional.of(tree) : Optional.empty();
  }
}
