package nl.beleidstafel.crdt.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.doc.Transaction;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.TextContent;
import org.jspecify.annotations.Nullable;

/// Tells from the items of a list, present and deleted, what a transaction did to it. Walks with
/// two sets of formats: those that held before and those that hold now.
final class DeltaReader {
  private final Transaction transaction;
  private final List<DeltaOp> ops = new ArrayList<>();
  private final Map<String, Object> formatsBefore = new LinkedHashMap<>();
  private final Map<String, Object> formatsNow = new LinkedHashMap<>();

  private DeltaReader(Transaction transaction) {
    this.transaction = transaction;
  }

  static List<DeltaOp> read(Transaction transaction, Branch branch) {
    DeltaReader reader = new DeltaReader(transaction);
    for (Item item = branch.first(); item != null; item = item.right()) {
      reader.step(item);
    }
    reader.dropLastRetain();
    return reader.ops;
  }

  private void step(Item item) {
    boolean was = !transaction.adds(item) && (!item.isDeleted() || transaction.deletes(item));
    boolean is = !item.isDeleted();
    if (item.content() instanceof Content.Format format) {
      if (was) {
        note(formatsBefore, format);
      }
      if (is) {
        note(formatsNow, format);
      }
    } else if (item.content().isCountable()) {
      int count = (int) item.clockCount();
      if (was && is) {
        retain(count);
      } else if (was) {
        delete(count);
      } else if (is) {
        insert(item.content());
      }
    }
  }

  private static void note(Map<String, Object> formats, Content.Format format) {
    if (format.value() == null) {
      formats.remove(format.key());
    } else {
      formats.put(format.key(), Objects.requireNonNull(format.value()));
    }
  }

  private void retain(int count) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>(formatsBefore.keySet());
    keys.addAll(formatsNow.keySet());
    for (String key : keys) {
      if (!Objects.equals(formatsBefore.get(key), formatsNow.get(key))) {
        changed.put(key, formatsNow.get(key));
      }
    }
    if (!ops.isEmpty()
        && ops.getLast() instanceof DeltaOp.Retain(int before, var formats)
        && formats.equals(changed)) {
      ops.set(ops.size() - 1, new DeltaOp.Retain(before + count, formats));
    } else {
      ops.add(new DeltaOp.Retain(count, changed));
    }
  }

  private void delete(int count) {
    if (!ops.isEmpty() && ops.getLast() instanceof DeltaOp.Delete(int before)) {
      ops.set(ops.size() - 1, new DeltaOp.Delete(before + count));
    } else {
      ops.add(new DeltaOp.Delete(count));
    }
  }

  private void insert(Content content) {
    Map<String, @Nullable Object> formats = new LinkedHashMap<>(formatsNow);
    if (!(content instanceof TextContent run)) {
      for (int i = 0; i < content.length(); i++) {
        ops.add(new DeltaOp.Insert(Elements.at(content, i), formats));
      }
    } else if (!ops.isEmpty()
        && ops.getLast() instanceof DeltaOp.Insert(Object value, var before)
        && value instanceof String text
        && before.equals(formats)) {
      ops.set(ops.size() - 1, new DeltaOp.Insert(text + run.text(), formats));
    } else {
      ops.add(new DeltaOp.Insert(run.text(), formats));
    }
  }

  private void dropLastRetain() {
    if (!ops.isEmpty()
        && ops.getLast() instanceof DeltaOp.Retain(int _, var formats)
        && formats.isEmpty()) {
      ops.removeLast();
    }
  }
}
