package nl.beleidstafel.testkit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.db.Tx;

/// Where a test needs live documents to be there and never asks them anything.
public class NoDocuments implements Collab {
  @Override
  public Future<Void> create(Tx tx, DocumentId document, Bytes seed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> grantAll(Tx tx, List<Grant> grants) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> grantMembers(Tx tx, Map<DocumentId, Map<MemberId, Level>> members) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> bar(Tx tx, MemberId member) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<List<Written>> freeze(Tx tx, DocumentId document, boolean frozen, long knownSeq) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> erase(Tx tx, DocumentId document) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> compact(Tx tx, DocumentId document) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<List<Bytes>> readAt(DocumentId document, long seq) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<List<Written>> written(DocumentId document, long afterSeq) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onCommitted(Committed listener) {}

  @Override
  public Future<List<Level>> levels(Actor actor, List<DocumentId> documents) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, PartnerId partner, Level level) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, MemberId member, Level level) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void accessChanged(DocumentId document) {}

  @Override
  public Future<Long> append(DocumentId document, Actor author, Bytes update) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Long> append(DocumentId document, Actor author, MemberId onBehalfOf, Bytes update) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Bytes> read(DocumentId document, long atLeastSeq) {
    throw new UnsupportedOperationException();
  }
}
