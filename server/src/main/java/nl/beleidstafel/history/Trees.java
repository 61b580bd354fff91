package nl.beleidstafel.history;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.sections.Seal;
import nl.beleidstafel.sections.Seals;

/// Sections as they were at some seq. Any thread; nothing waits.
record Trees(HistoryStore store, Collab collab) implements Seals {
  /// The document as it was.
  Future<Doc> at(DocumentId document, long seq) {
    return collab.readAt(document, seq).map(Trees::doc);
  }

  private static Doc doc(List<Bytes> parts) {
    Doc doc = new Doc(0);
    doc.apply(Updates.merge(parts));
    return doc;
  }

  @Override
  public Future<Seal> now(SectionId section) {
    return store
        .head(section)
        .map(Optional::orElseThrow)
        .recover(failure -> Future.failedFuture(new IllegalStateException(failure)))
        .compose(head ->
            at(head.document(), head.seq())
                .compose(doc ->
                    store
                        .versions(section)
                        .map(versions -> {
                          Integer number =
                              versions.stream()
                                  .filter(version -> version.seq() == head.seq())
                                  .map(Version::number)
                                  .findFirst()
                                  .orElse(null);
                          Bytes sha256 = Seal.sha256(Prose.read(doc));
                          return new Seal(section, head.seq(), sha256, number);
                        })));
  }
}
