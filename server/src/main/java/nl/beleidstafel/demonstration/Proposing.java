package nl.beleidstafel.demonstration;

import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;

/// The part of the play in which people propose other words, and others accept or decline them.
/// Waits; one thread.
final class Proposing {
  private final Table table;
  private final SecureRandom random = new SecureRandom();

  Proposing(Table table) {
    this.table = table;
  }

  void propose(Script.Proposal proposal) throws PlayException {
    String path = "/v1/sections/" + table.sectionId(proposal.section()) + "/suggestions";
    Guest guest = table.guest(proposal.by());
    Optional<JsonObject> before =
        Play.items(guest.get(path)).stream()
            .filter(each -> proposal.reason().equals(each.getString("reason")))
            .findFirst();
    JsonObject made = before.isPresent() ? before.get() : guest.post(path, wish(proposal));
    if (made.getString("state").equals("open")) {
      decide(proposal, "/v1/suggestions/" + made.getString("id"));
    }
  }

  private void decide(Script.Proposal proposal, String suggestion) throws PlayException {
    String accept = proposal.accept();
    String decline = proposal.decline();
    if (accept != null) {
      table.guest(accept).post(suggestion + "/accept", new JsonObject());
    } else if (decline != null) {
      JsonObject why = new JsonObject().put("reason", decline);
      table.coordinator().post(suggestion + "/decline", why);
    }
  }

  /// The words are changed in a copy of the text, as an editor does.
  private JsonObject wish(Script.Proposal proposal) throws PlayException {
    try (Paper paper = table.open(proposal.by(), proposal.section())) {
      Doc fork = new Doc(random.nextInt(1, Integer.MAX_VALUE));
      fork.apply(paper.doc().encode());
      Quotes quote = Play.quote(fork, proposal.section(), proposal.words());
      Bytes update = fork.transact(_ -> quote.replace(proposal.instead()));
      return new JsonObject().put("update", Play.encode(update)).put("reason", proposal.reason());
    }
  }
}
