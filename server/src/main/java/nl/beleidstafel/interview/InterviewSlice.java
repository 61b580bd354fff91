package nl.beleidstafel.interview;

import java.util.Set;
import java.util.function.UnaryOperator;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Questions;
import nl.beleidstafel.talks.TopicLists;

/// Interviews, wired.
public final class InterviewSlice {
  private final Interviews interviews;
  private final Questions questions;
  private final Routes routes;

  /// What others know, that interviews ask for.
  ///
  /// @param kinds ids of the kinds of partners
  /// @param link the address of a path in the app
  public record Neighbours(
      Outlines outlines,
      Partners partners,
      People people,
      Rights rights,
      TopicLists lists,
      Set<String> kinds,
      Notices notices,
      Outbox outbox,
      UnaryOperator<String> link) {
    public Neighbours {
      kinds = Set.copyOf(kinds);
    }
  }

  /// Builds everything; touches no database.
  public InterviewSlice(
      Database database,
      Collab collab,
      MemberChannels channels,
      Neighbours around,
      Audit audit,
      Clock clock) {
    InterviewStore store = new PgInterviewStore(database);
    interviews = new OpenInterviews(store);
    questions = new PgQuestions(database);
    Planning planning =
        new Planning(
            database,
            store,
            new Planning.Neighbours(
                around.outlines(),
                around.partners(),
                around.people(),
                around.lists(),
                around.kinds(),
                around.notices()),
            new Invitations(
                new PgInvitedStore(database),
                new InvitationLetters(around.link()),
                around.outbox(),
                clock),
            collab,
            channels,
            audit,
            clock);
    CoreTeams cores =
        new CoreTeams(
            database,
            store,
            around.outlines(),
            around.rights(),
            around.people(),
            collab,
            channels,
            audit);
    routes =
        new InterviewRoutes(planning, cores, around.people()).routes().describedIn("interview");
  }

  public Routes routes() {
    return routes;
  }

  /// What was to be asked in them.
  public Questions questions() {
    return questions;
  }

  /// Which there are, and who may open them.
  public Interviews interviews() {
    return interviews;
  }
}
