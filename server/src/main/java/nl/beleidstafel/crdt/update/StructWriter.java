package nl.beleidstafel.crdt.update;

import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.ByteWriter;

/// Writes structs, grouped by client as they come, whose numbers are not known beforehand.
///
/// Source: yjs `LazyStructWriter`.
public final class StructWriter {
  private final UpdateOutput out;
  private final List<ByteWriter> sections = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private long client;
  private int written;

  public StructWriter(UpdateOutput out) {
    this.out = out;
  }

  /// Writes the struct without its first `offset` clocks.
  public void write(Struct struct, long offset) {
    if (written > 0 && struct.client() != client) {
      closeSection();
    }
    if (written == 0) {
      client = struct.client();
      out.writeClient(client);
      out.rest().writeVarUint(struct.clock() + offset);
    }
    struct.write(out, offset);
    written++;
  }

  /// Writes the delete set behind the structs and gives the whole.
  public Bytes finish(IdSet deletes) {
    closeSection();
    ByteWriter rest = out.rest();
    rest.writeVarUint(sections.size());
    for (int i = 0; i < sections.size(); i++) {
      rest.writeVarUint(counts.get(i));
      rest.append(sections.get(i));
    }
    deletes.write(out);
    return out.finish();
  }

  private void closeSection() {
    if (written > 0) {
      counts.add(written);
      sections.add(out.takeRest());
      written = 0;
    }
  }
}
