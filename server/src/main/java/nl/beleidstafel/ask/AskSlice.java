package nl.beleidstafel.ask;

import java.util.List;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.sections.Remarks;
import nl.beleidstafel.sections.Seals;
import nl.beleidstafel.sections.Tally;
import nl.beleidstafel.sections.Traces;

/// Asks, dispositions and sign-offs, wired.
public final class AskSlice {
  /// What stands around it.
  ///
  /// @param remarks what others have for the table of dispositions
  public record Around(
      Database database,
      Places places,
      People people,
      Rights rights,
      Outlines outlines,
      Partners partners,
      Seals seals,
      Channels channels,
      Notices notices,
      Schedule schedule,
      Audit audit,
      List<Remarks> remarks,
      Clock clock) {
    public Around {
      remarks = List.copyOf(remarks);
    }
  }

  private final Routes routes;
  private final Tally tally;
  private final List<Job> jobs;
  private final Traces traces;

  /// Builds everything; touches no database.
  public AskSlice(Around around) {
    AskStore asks = new PgAskStore(around.database());
    SignOffStore signOffs = new PgSignOffStore(around.database());
    Reminders reminders = new Reminders(asks, around.people(), around.notices(), around.schedule());
    Staleness staleness =
        new Staleness(signOffs, around.seals(), around.notices(), around.schedule());
    routes =
        new Routes()
            .addAll(
                new AskRoutes(new Asks(asks, around, reminders), around.people(), around.clock())
                    .routes())
            .addAll(
                new DispositionRoutes(
                        new Dispositions(asks, new PgDispositionStore(around.database()), around),
                        around.people())
                    .routes())
            .addAll(
                new SignOffRoutes(new SignOffs(signOffs, around, staleness), around.people())
                    .routes())
            .describedIn("ask");
    tally = new AskTally(asks, signOffs);
    jobs = List.of(reminders, staleness);
    traces = new PgAskTraces(around.database());
  }

  /// What one person answered and signed.
  public Traces traces() {
    return traces;
  }

  public Routes routes() {
    return routes;
  }

  /// Its numbers for the overview of a plan.
  public Tally tally() {
    return tally;
  }

  /// What it does by the clock.
  public List<Job> jobs() {
    return jobs;
  }
}
