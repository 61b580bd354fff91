package nl.beleidstafel.fillin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Place;
import org.jspecify.annotations.Nullable;

/// Fill-ins over HTTP.
record FillInRoutes(FillIns fillIns, Offers offers, People people, Partners partners) {
  private static final int ID_LENGTH = 36;
  private static final int DATE_LENGTH = 10;
  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2100;

  Routes routes() {
    return new Routes()
        .get("/v1/sections/{id}/fill-ins", Guard.MEMBER, this::ofSection)
        .put("/v1/sections/{id}/fill-ins/{fillIn}", Guard.MEMBER, this::assign)
        .get("/v1/plans/{id}/fill-ins", Guard.MEMBER, this::ofPlan)
        .get("/v1/plans/{id}/checks", Guard.MEMBER, this::checks)
        .get("/v1/registers/{view}", Guard.MEMBER, this::register);
  }

  private Answer ofSection(Call call) {
    return fillIns
        .of(call.actor(), call.id("id", SectionId::parse))
        .<Answer>map(shown -> {
          Names names = names(call.actor(), List.of(shown));
          JsonArray examples = new JsonArray();
          for (FillIn.Example each : shown.examples()) {
            examples.add(
                new JsonObject()
                    .put("id", each.id())
                    .put("decision", each.decision())
                    .put("by", names.person(each.by()))
                    .put("at", each.atMs())
                    .put("value", each.value()));
          }
          return Answer.ok(json(call.actor(), shown, names).put("examples", examples));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer ofPlan(Call call) {
    return fillIns
        .of(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(shown -> {
          Names names = names(call.actor(), shown);
          JsonArray sections = new JsonArray();
          for (FillIns.Shown each : shown) {
            Place place = each.place();
            sections.add(
                json(call.actor(), each, names)
                    .put(
                        "section",
                        new JsonObject()
                            .put("id", place.section().toString())
                            .put("key", place.key())
                            .put("number", place.number())
                            .put("title", place.title())));
          }
          return Answer.ok(new JsonObject().put("sections", sections));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer checks(Call call) {
    return fillIns
        .checks(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(findings -> {
          JsonArray items = new JsonArray();
          for (Finding each : findings) {
            items.add(
                new JsonObject()
                    .put("kind", each.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("section", each.section().toString())
                    .put("fillIn", each.fillIn())
                    .put("words", each.words()));
          }
          return Answer.ok(new JsonObject().put("items", items));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer register(Call call) {
    return offers
        .view(call.path("view"))
        .<Answer>map(view -> {
          JsonArray choices = new JsonArray();
          for (Offers.Choice each : view.choices()) {
            choices.add(
                new JsonObject()
                    .put("id", each.entry())
                    .put("label", each.label())
                    .put("names", new JsonArray(each.names())));
          }
          return Answer.ok(
              new JsonObject()
                  .put("id", view.id())
                  .put("title", view.title())
                  .put("choices", choices));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer assign(Call call) {
    Fields fields = call.fields();
    FillIn.Owner owner =
        new FillIn.Owner(
            fields.optionalText("partner", ID_LENGTH).map(FillInRoutes::partner).orElse(null),
            fields.optionalText("member", ID_LENGTH).map(FillInRoutes::member).orElse(null),
            fields.optionalText("due", DATE_LENGTH).map(FillInRoutes::date).orElse(null));
    SectionId section = call.id("id", SectionId::parse);
    return switch (fillIns.assign(call.actor(), section, call.path("fillIn"), owner)) {
      case DONE -> Answer.empty();
      case ABSENT -> Problem.notFound();
      case MAY_NOT ->
          new Problem(
              403,
              "write-right-required",
              new Text("U mag dit hier niet", "You may not do this here"),
              new Text(
                  "Wie in deze paragraaf schrijft en de coördinator van het plan mogen iemand"
                      + " vragen om in te vullen.",
                  "Whoever writes in this section and the coordinator of the plan may ask somebody"
                      + " to fill in."));
      case OWNER_UNKNOWN -> ownerUnknown("partner");
    };
  }

  private static PartnerId partner(String id) {
    try {
      return PartnerId.parse(id);
    } catch (IllegalArgumentException _) {
      throw new RefusedException(ownerUnknown("partner"));
    }
  }

  private static MemberId member(String id) {
    try {
      return MemberId.parse(id);
    } catch (IllegalArgumentException _) {
      throw new RefusedException(ownerUnknown("member"));
    }
  }

  private static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeParseException _) {
      // Refused below, as is a date that nobody means.
    }
    throw new RefusedException(
        Problem.field(
            "due",
            new Text("Dit is geen datum zoals 2026-12-31.", "This is no date like 2026-12-31.")));
  }

  private static Problem ownerUnknown(String field) {
    return Problem.field(
        field,
        new Text(
            "Deze organisatie of persoon mag de paragraaf niet lezen.",
            "This organisation or person may not read the section."));
  }

  /// Names for ids.
  private record Names(Map<MemberId, Named> people, Map<PartnerId, Partner> partners) {
    @Nullable JsonObject person(@Nullable MemberId member) {
      Named named = member == null ? null : people.get(member);
      return named == null ? null : named.json();
    }

    @Nullable JsonObject partner(@Nullable PartnerId id) {
      Partner partner = id == null ? null : partners.get(id);
      return partner == null
          ? null
          : new JsonObject()
              .put("id", partner.id().toString())
              .put("name", partner.name())
              .put("badge", partner.badge())
              .put("colour", partner.colour());
    }
  }

  private Names names(Actor actor, List<FillIns.Shown> shown) {
    Set<MemberId> members = new HashSet<>();
    for (FillIns.Shown each : shown) {
      for (FillIn.Example example : each.examples()) {
        MemberId by = example.by();
        if (by != null) {
          members.add(by);
        }
      }
      for (FillIn fillIn : each.fillIns()) {
        FillIn.Owner owner = fillIn.owner();
        MemberId member = owner == null ? null : owner.member();
        if (member != null) {
          members.add(member);
        }
      }
    }
    Map<PartnerId, Partner> byId = new HashMap<>();
    partners.of(actor.municipality()).await().forEach(each -> byId.put(each.id(), each));
    return new Names(people.named(members).await(), byId);
  }

  private JsonObject json(Actor actor, FillIns.Shown shown, Names names) {
    JsonArray items = new JsonArray();
    for (FillIn each : shown.fillIns()) {
      items.add(
          new JsonObject()
              .put("id", each.id())
              .put("parent", each.parent())
              .put("kind", each.kind())
              .put("label", each.label())
              .put("unit", each.unit())
              .put("register", each.register())
              .put("state", each.state().name().toLowerCase(Locale.ROOT))
              .put("value", each.value())
              .put("entries", new JsonArray(each.entries()))
              .put("owner", owner(actor, each, names)));
    }
    return new JsonObject().put("mayAssign", shown.mayAssign()).put("items", items);
  }

  private @Nullable JsonObject owner(Actor actor, FillIn fillIn, Names names) {
    FillIn.Owner owner = fillIn.owner();
    if (owner == null) {
      return null;
    }
    LocalDate due = owner.due();
    MemberId member = owner.member();
    boolean mine =
        member == null ? actor.partner().equals(owner.partner()) : member.equals(actor.member());
    return new JsonObject()
        .put("partner", names.partner(owner.partner()))
        .put("member", names.person(member))
        .put("due", due == null ? null : due.toString())
        .put("mine", mine)
        .put(
            "late",
            fillIn.state() == FillIn.State.OPEN && due != null && due.isBefore(fillIns.today()));
  }
}
