package nl.beleidstafel.crdt.doc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.UpdateOutput;
import nl.beleidstafel.crdt.update.UpdateOutputV1;
import nl.beleidstafel.crdt.update.Updates;
import org.jspecify.annotations.Nullable;

/// One change of a document as a whole: what it added, deleted and split. Lives from the first edit
/// to the cleaning up behind it.
///
/// Source: yjs `Transaction.js`.
public final class Transaction {
  final Doc doc;
  final boolean isLocal;
  final List<ClientBlocks> touched = new ArrayList<>();
  final List<Block> split = new ArrayList<>();
  private final IdSet.Builder deletesSoFar = new IdSet.Builder();
  private final Map<Branch, Set<@Nullable String>> changed = new LinkedHashMap<>();
  private IdSet deletes = IdSet.EMPTY;

  Transaction(Doc doc, boolean isLocal) {
    this.doc = doc;
    this.isLocal = isLocal;
  }

  public Doc doc() {
    return doc;
  }

  /// Whether the document itself was edited, not an update applied.
  public boolean isLocal() {
    return isLocal;
  }

  /// Whether the item came with this transaction.
  public boolean adds(Item item) {
    return item.clock >= item.client.stateBefore(this);
  }

  /// Whether the item was deleted by this transaction. Only to be asked when it is over.
  public boolean deletes(Item item) {
    return deletes.contains(item.client.id, item.clock);
  }

  /// What changed: for each type that was there before the keys, and null for its list.
  public Map<Branch, Set<@Nullable String>> changed() {
    return changed;
  }

  IdSet deletes() {
    return deletes;
  }

  void addDeleted(Block block) {
    deletesSoFar.add(block.client.id, block.clock, block.length());
  }

  void sealDeletes() {
    deletes = deletesSoFar.build();
  }

  /// Notes a change, but not inside of what is new or gone: its parent's change says it all.
  void noteChange(Branch branch, @Nullable String key) {
    if (!doc.isObserved()) {
      return;
    }
    Item holder = branch.item();
    if (holder == null || (!adds(holder) && !holder.isDeleted())) {
      changed.computeIfAbsent(branch, _ -> new LinkedHashSet<>()).add(key);
    }
  }

  void forgetChange(Branch branch) {
    changed.remove(branch);
  }

  /// Writes a new item of this document's own client between two neighbours.
  Item insert(
      @Nullable Item left,
      @Nullable Item right,
      Branch parent,
      @Nullable String key,
      Content content) {
    ClientBlocks own = doc.ownBlocks();
    Item item =
        new Item(
            own,
            own.state(),
            left == null ? null : left.client,
            left == null ? -1 : left.end() - 1,
            right == null ? null : right.client,
            right == null ? -1 : right.clock,
            parent,
            key,
            content);
    Placement.place(this, item, left, right);
    return item;
  }

  void delete(Item item) {
    Deletion.delete(this, item);
  }

  boolean isEmpty() {
    return touched.isEmpty() && deletes.isEmpty();
  }

  /// What this transaction added and deleted, as an update v1.
  Bytes encode() {
    if (isEmpty()) {
      return Updates.EMPTY;
    }
    UpdateOutput out = new UpdateOutputV1();
    List<ClientBlocks> descending = new ArrayList<>(touched);
    descending.sort(Comparator.comparingLong((ClientBlocks blocks) -> blocks.id).reversed());
    out.rest().writeVarUint(descending.size());
    for (ClientBlocks blocks : descending) {
      BlockStore.write(out, blocks, blocks.stateBefore(this));
    }
    deletes.write(out);
    return out.finish();
  }
}
