package nl.beleidstafel.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.finding.EvidenceRules.Claim;
import nl.beleidstafel.finding.EvidenceRules.Depth;
import nl.beleidstafel.finding.EvidenceRules.Ground;
import nl.beleidstafel.finding.EvidenceRules.Seen;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.Notes;
import org.jspecify.annotations.Nullable;

/// Evidence behind claims, as deep as one may see it, and what is missing. Virtual threads: waits.
/// Rules V1 to V4 and V10 of `docs/spec.md`.
final class Evidences {
  /// One piece of evidence with the number of what stands behind it.
  record Summary(Evidence evidence, Support support) {}

  /// One piece of evidence as an actor sees it.
  ///
  /// @param theme what it is about, where it is about one and the actor may see that
  /// @param findings in order; none for who sees the numbers alone
  /// @param ground with the interviews that the notes are of
  record Detail(
      Summary summary,
      Depth depth,
      @Nullable Theme theme,
      List<Finding> findings,
      Seen seen,
      Ground ground) {}

  /// How a wish for evidence ended.
  record Made(Ended ended, @Nullable Summary summary) {}

  private final Database database;
  private final FindingStore store;
  private final Access.Doors doors;
  private final Interviews interviews;
  private final Notes notes;
  private final Collab collab;
  private final Telling telling;
  private final Clock clock;

  Evidences(
      Database database,
      FindingStore store,
      Access.Doors doors,
      Interviews interviews,
      Notes notes,
      Collab collab,
      Telling telling,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.doors = doors;
    this.interviews = interviews;
    this.notes = notes;
    this.collab = collab;
    this.telling = telling;
    this.clock = clock;
  }

  /// That of sections that the actor may read; empty where there is no such plan for them.
  Optional<List<Summary>> of(Actor actor, PlanId plan) {
    return doors.of(actor, plan).await().map(access -> summaries(access, plan));
  }

  private List<Summary> summaries(Access access, PlanId plan) {
    List<Finding> all = store.findings(plan).await();
    Ground ground = ground(plan, all);
    return store.evidence(plan).await().stream()
        .filter(each -> access.place(each.section()).isPresent())
        .map(each -> summary(each, all, ground))
        .toList();
  }

  private static Summary summary(Evidence evidence, List<Finding> all, Ground ground) {
    return new Summary(evidence, EvidenceRules.support(behind(evidence, all), ground));
  }

  private static List<Finding> behind(Evidence evidence, List<Finding> all) {
    return all.stream()
        .filter(finding ->
            finding.id().equals(evidence.finding())
                || (evidence.theme() != null && evidence.theme().equals(finding.theme())))
        .toList();
  }

  Ground ground(PlanId plan, List<Finding> findings) {
    Set<UUID> cited = new HashSet<>();
    findings.forEach(finding -> cited.addAll(finding.notes()));
    return Ground.of(
        cited.isEmpty() ? List.of() : notes.existing(plan, cited).await(),
        interviews.of(plan).await());
  }

  Optional<Detail> one(Actor actor, UUID id) {
    Optional<Evidence> found = store.oneEvidence(id).await();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Evidence evidence = found.get();
    PlanId plan = evidence.plan();
    Optional<Access> access = doors.of(actor, plan).await();
    Optional<Place> place = access.flatMap(each -> each.place(evidence.section()));
    if (access.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    List<Finding> behind = behind(evidence, store.findings(plan).await());
    Ground ground = ground(plan, behind);
    Depth depth =
        access.get().works() || place.get().level().allows(Level.COMMENT)
            ? Depth.FINDING
            : Depth.COUNT;
    UUID theme = evidence.theme();
    boolean told = depth == Depth.FINDING;
    return Optional.of(
        new Detail(
            summary(evidence, behind, ground),
            depth,
            told && theme != null ? store.theme(theme).await().orElse(null) : null,
            told ? behind : List.of(),
            EvidenceRules.seen(behind, ground, depth, access.get().opens()),
            ground));
  }

  /// @param finding of that plan; null for a theme
  Made make(
      Actor actor, PlanId plan, SectionId section, @Nullable UUID finding, @Nullable UUID theme) {
    Optional<Access> access = doors.of(actor, plan).await();
    Optional<Place> place = access.flatMap(each -> each.place(section));
    if (access.isEmpty() || place.isEmpty()) {
      return new Made(Ended.ABSENT, null);
    }
    if (!access.get().reads() || !place.get().level().allows(Level.COMMENT)) {
      return new Made(Ended.READS_ONLY, null);
    }
    if (!isThere(plan, finding, theme)) {
      return new Made(Ended.OTHER_ABSENT, null);
    }
    Evidence made =
        new Evidence(
            UUID.randomUUID(), plan, section, finding, theme, actor.member(), clock.nowMs());
    boolean kept =
        database.inTransaction(tx -> {
          if (store.countEvidence(tx, plan).await() >= Limits.EVIDENCE_OF_PLAN_MAX) {
            return false;
          }
          store.insert(tx, made).await();
          telling.atEnd(tx, plan).await();
          return true;
        });
    if (!kept) {
      return new Made(Ended.TOO_MANY, null);
    }
    List<Finding> behind = behind(made, store.findings(plan).await());
    return new Made(Ended.DONE, summary(made, behind, ground(plan, behind)));
  }

  private boolean isThere(PlanId plan, @Nullable UUID finding, @Nullable UUID theme) {
    if (finding != null) {
      return store.finding(finding).await().filter(each -> each.plan().equals(plan)).isPresent();
    }
    return theme != null
        && store.theme(theme).await().filter(each -> each.plan().equals(plan)).isPresent();
  }

  /// A claim in a text with what stands behind it now.
  ///
  /// @param summary null where its evidence is of a section that the reader may not read, or none
  record Cited(Claim claim, @Nullable Summary summary) {}

  /// What is missing.
  ///
  /// @param sections those with claims, and those that should have some, with their claims
  /// @param unusedNotes ids of notes that the reader may see and that no finding rests on
  /// @param unusedFindings those that no text cites
  record Report(
      Map<Place, List<Cited>> sections, List<Note> unusedNotes, List<Finding> unusedFindings) {}

  /// Empty where the actor may not read findings.
  Optional<Report> report(Actor actor, PlanId plan) {
    return doors
        .of(actor, plan)
        .await()
        .filter(Access::reads)
        .map(access -> report(actor, access, plan));
  }

  private Report report(Actor actor, Access access, PlanId plan) {
    List<Finding> all = store.findings(plan).await();
    Map<String, Summary> summaries = new HashMap<>();
    Set<SectionId> sections = new HashSet<>();
    for (Summary each : summaries(access, plan)) {
      summaries.put(each.evidence().id().toString(), each);
      sections.add(each.evidence().section());
    }
    Map<Place, List<Cited>> cited = new LinkedHashMap<>();
    Set<UUID> used = new HashSet<>();
    for (Place place : access.places()) {
      if (sections.contains(place.section()) || EvidenceRules.isExpected(place.key())) {
        List<Cited> here = new ArrayList<>();
        for (Claim claim : claims(place)) {
          Summary summary = summaries.get(claim.evidence());
          here.add(new Cited(claim, summary));
          if (summary != null) {
            behind(summary.evidence(), all).forEach(finding -> used.add(finding.id()));
          }
        }
        cited.put(place, here);
      }
    }
    Set<UUID> resting = new HashSet<>();
    all.forEach(finding -> resting.addAll(finding.notes()));
    List<Note> unused =
        access.works()
            ? notes.readable(actor, plan).await().stream()
                .filter(note -> !resting.contains(note.id()))
                .toList()
            : List.of();
    return new Report(
        cited, unused, all.stream().filter(finding -> !used.contains(finding.id())).toList());
  }

  private List<Claim> claims(Place place) {
    try {
      Doc doc = new Doc(0);
      doc.apply(collab.read(place.document()).await());
      return EvidenceRules.claims(Prose.read(doc));
    } catch (CrdtException _) {
      return List.of();
    }
  }
}
