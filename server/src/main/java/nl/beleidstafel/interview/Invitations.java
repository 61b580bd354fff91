package nl.beleidstafel.interview;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.interview.CalendarFile.Appointment;
import nl.beleidstafel.interview.CalendarFile.Method;
import nl.beleidstafel.interview.CalendarFile.Party;
import nl.beleidstafel.interview.Interview.Planned;
import nl.beleidstafel.interview.Interview.Respondent;
import nl.beleidstafel.interview.Interview.State;
import nl.beleidstafel.interview.InvitationLetters.Reader;
import nl.beleidstafel.interview.InvitationLetters.Words;
import nl.beleidstafel.interview.InvitedStore.Invited;
import nl.beleidstafel.mail.Letter;
import nl.beleidstafel.mail.Outbox;
import org.jspecify.annotations.Nullable;

/// Puts interviews into calendars, by mail, and keeps them true there: whoever was invited hears
/// when the appointment changes or does not take place. On virtual threads. Rules I8 and I9 of
/// `docs/spec.md`.
record Invitations(InvitedStore store, InvitationLetters letters, Outbox outbox, Clock clock) {
  /// What goes with every mail of one deed.
  private record Round(
      Tx tx,
      MunicipalityId municipality,
      Interview interview,
      long startMs,
      int edition,
      MemberId organiserId,
      Party organiser,
      String town) {}

  /// Invites all who take part and were not invited yet, and the respondent if that is wanted.
  /// Whether there was anything to do.
  ///
  /// @param startMs when it is
  boolean invite(Tx tx, Actor actor, Interview interview, long startMs, boolean alsoRespondent) {
    Invited invited = store.invited(tx, interview.id()).await();
    Set<MemberId> fresh = new HashSet<>(interview.people().keySet());
    fresh.removeAll(invited.members());
    Respondent respondent = store.respondent(tx, interview.id()).await();
    boolean theirs = alsoRespondent && !invited.respondent() && !respondent.email().isEmpty();
    if (fresh.isEmpty() && !theirs) {
      return false;
    }
    MemberId organiser = organiser(invited, actor);
    Round round = round(tx, actor, interview, startMs, invited.edition(), organiser);
    store.edition(tx, interview.id(), invited.edition(), round.organiserId()).await();
    addMembers(round, fresh);
    if (theirs) {
      store.add(tx, interview.id(), null, clock.nowMs()).await();
      send(round, Method.REQUEST, true, party(respondent), Reader.RESPONDENT);
    }
    return true;
  }

  /// Tells calendars what became of an appointment. Call it with each change.
  ///
  /// @param before whom the respondent's mails went to
  void follow(Tx tx, Actor actor, Interview was, Interview now, Respondent before) {
    Invited invited = store.invited(tx, now.id()).await();
    Long startMs = was.planned().atMs();
    if (!invited.anybody() || startMs == null || isOver(was.state())) {
      return;
    }
    Respondent after = store.respondent(tx, now.id()).await();
    Long nextMs = now.planned().atMs();
    boolean off = nextMs == null || now.state() == State.CANCELLED;
    Set<MemberId> gone = new HashSet<>(invited.members());
    boolean respondentGone = invited.respondent() && (off || !after.email().equals(before.email()));
    if (!off) {
      gone.removeAll(now.people().keySet());
    }
    boolean moved = !off && isMoved(was.planned(), now.planned());
    Set<MemberId> fresh = new HashSet<>(off ? Set.of() : now.people().keySet());
    fresh.removeAll(invited.members());
    if (gone.isEmpty() && !respondentGone && !moved && fresh.isEmpty()) {
      return;
    }
    int edition = invited.edition() + 1;
    MemberId organiser = organiser(invited, actor);
    Round old = round(tx, actor, was, startMs, edition, organiser);
    store.edition(tx, now.id(), edition, old.organiserId()).await();
    dismiss(old, gone, respondentGone ? before : Respondent.NOBODY);
    if (nextMs != null && !off) {
      Round next = round(tx, actor, now, nextMs, edition, organiser);
      addMembers(next, fresh);
      if (moved) {
        Set<MemberId> stay = new HashSet<>(invited.members());
        stay.removeAll(gone);
        members(next, stay, Method.REQUEST, false);
        if (invited.respondent() && !respondentGone) {
          send(next, Method.REQUEST, false, party(after), Reader.RESPONDENT);
        }
      }
    }
  }

  /// Nobody who was spoken with is bothered with what is past.
  private static boolean isOver(State state) {
    return state == State.CLOSED || state == State.ERASED;
  }

  private static boolean isMoved(Planned was, Planned now) {
    return !Objects.equals(was.atMs(), now.atMs())
        || was.minutes() != now.minutes()
        || !was.place().equals(now.place())
        || !was.organisation().equals(now.organisation());
  }

  private static MemberId organiser(Invited invited, Actor actor) {
    MemberId organiser = invited.organiser();
    return organiser == null ? actor.member() : organiser;
  }

  private Round round(
      Tx tx, Actor actor, Interview interview, long startMs, int edition, MemberId organiser) {
    Map<MemberId, Party> known =
        store.addresses(tx, new HashSet<>(List.of(organiser, actor.member()))).await();
    // Who organised it may have left since.
    MemberId by = known.containsKey(organiser) ? organiser : actor.member();
    Party party = known.getOrDefault(by, new Party(actor.name(), ""));
    String town = store.town(tx, actor.municipality()).await().orElse("");
    return new Round(tx, actor.municipality(), interview, startMs, edition, by, party, town);
  }

  private void addMembers(Round round, Set<MemberId> fresh) {
    fresh.forEach(
        member -> store.add(round.tx(), round.interview().id(), member, clock.nowMs()).await());
    members(round, fresh, Method.REQUEST, true);
  }

  private void dismiss(Round round, Set<MemberId> gone, Respondent respondent) {
    gone.forEach(member -> store.remove(round.tx(), round.interview().id(), member).await());
    members(round, gone, Method.CANCEL, false);
    if (!respondent.equals(Respondent.NOBODY)) {
      store.remove(round.tx(), round.interview().id(), null).await();
      if (!respondent.email().isEmpty()) {
        send(round, Method.CANCEL, false, party(respondent), Reader.RESPONDENT);
      }
    }
  }

  private void members(Round round, Set<MemberId> members, Method method, boolean first) {
    Map<MemberId, Party> parties = new HashMap<>(store.addresses(round.tx(), members).await());
    parties.forEach((_, party) -> send(round, method, first, party, Reader.MEMBER));
  }

  private void send(Round round, Method method, boolean first, Party to, Reader reader) {
    Appointment appointment =
        letters.appointment(
            round.interview(),
            round.startMs(),
            round.edition(),
            round.organiser(),
            round.town(),
            reader);
    Words words =
        letters.words(round.interview(), appointment, method, first, to, round.town(), reader);
    // Nobody is asked to come to what they organise.
    boolean own = to.email().equals(round.organiser().email());
    Method told = own && method == Method.REQUEST ? Method.PUBLISH : method;
    String file = CalendarFile.write(told, appointment, own ? null : to, clock.nowMs());
    outbox
        .put(
            round.tx(),
            new Letter(round.municipality(), to.email(), words.subject(), words.body(), file))
        .await();
  }

  private static Party party(Respondent respondent) {
    return new Party(respondent.name(), respondent.email());
  }

  /// The appointment for whoever may open it, as a file; null while it has no time.
  @Nullable String file(Tx tx, Actor actor, Interview interview) {
    Long startMs = interview.planned().atMs();
    if (startMs == null) {
      return null;
    }
    Invited invited = store.invited(tx, interview.id()).await();
    Round round =
        round(tx, actor, interview, startMs, invited.edition(), organiser(invited, actor));
    Appointment appointment =
        letters.appointment(
            interview, startMs, invited.edition(), round.organiser(), round.town(), Reader.MEMBER);
    Method method = interview.state() == State.CANCELLED ? Method.CANCEL : Method.PUBLISH;
    return CalendarFile.write(method, appointment, null, clock.nowMs());
  }
}
