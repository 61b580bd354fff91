package nl.beleidstafel.demonstration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who is at the table, and what lies on it: the demonstration's people, signed in, and its plan.
record Table(Map<String, Guest> guests, JsonObject plan) {
  static final String COORDINATOR = "regie";

  /// Signs everybody in and finds the plan.
  ///
  /// @param server host and port
  static Table set(HttpClient client, String server) throws PlayException {
    Guest nobody = Guest.unknown(client, server);
    return of(nobody, accounts(nobody));
  }

  /// The coordinator alone looks.
  static Table lookIn(HttpClient client, String server) throws PlayException {
    Guest nobody = Guest.unknown(client, server);
    return of(nobody, accounts(nobody).subList(0, 1));
  }

  private static List<JsonObject> accounts(Guest nobody) throws PlayException {
    return objects(nobody.get("/v1/product").getJsonArray("accounts"));
  }

  private static Table of(Guest nobody, List<JsonObject> accounts) throws PlayException {
    Map<String, Guest> guests = new HashMap<>();
    for (JsonObject account : accounts) {
      Guest guest = nobody.signIn(account);
      guests.put(guest.name(), guest);
    }
    Guest coordinator = guests.get(COORDINATOR);
    if (coordinator == null) {
      throw new PlayException("nobody coordinates");
    }
    List<JsonObject> plans = objects(coordinator.get("/v1/plans").getJsonArray("items"));
    if (plans.size() != 1) {
      throw new PlayException("the demonstration has " + plans.size() + " plans, not one");
    }
    String plan = "/v1/plans/" + plans.getFirst().getString("id");
    return new Table(Map.copyOf(guests), coordinator.get(plan));
  }

  Guest guest(String name) throws PlayException {
    Guest guest = guests.get(name);
    if (guest == null) {
      throw new PlayException("nobody at the table is " + name);
    }
    return guest;
  }

  Guest coordinator() throws PlayException {
    return guest(COORDINATOR);
  }

  /// Where the plan is.
  String path() {
    return "/v1/plans/" + plan.getString("id");
  }

  /// Whether the plan has a version of that name.
  boolean hasVersion(String name) throws PlayException {
    return objects(coordinator().get(path() + "/versions").getJsonArray("items")).stream()
        .anyMatch(version -> name.equals(version.getString("name")));
  }

  /// The section of this number, as the coordinator finds it.
  JsonObject section(String number) throws PlayException {
    for (JsonObject section : objects(plan.getJsonArray("sections"))) {
      if (section.getString("number").equals(number)) {
        return section;
      }
    }
    throw new PlayException("the plan has no section " + number);
  }

  String sectionId(String number) throws PlayException {
    return section(number).getString("id");
  }

  Paper open(String who, String section) throws PlayException {
    return guest(who).open(section(section).getString("documentId"));
  }

  /// The id of somebody's organisation among those that can have roles.
  String partner(String who, JsonObject roles) throws PlayException {
    String name = guest(who).partner();
    for (JsonObject partner : objects(roles.getJsonArray("partners"))) {
      if (partner.getString("name").equals(name)) {
        return partner.getString("id");
      }
    }
    throw new PlayException("no partner is called " + name);
  }

  static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
