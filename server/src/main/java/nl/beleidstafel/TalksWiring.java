package nl.beleidstafel;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.afterwards.AfterwardsSlice;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.runtime.LiveChannels;
import nl.beleidstafel.collab.runtime.LiveRooms;
import nl.beleidstafel.config.Configuration;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.figure.FigureSlice;
import nl.beleidstafel.finding.FindingSlice;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.identity.IdentitySlice;
import nl.beleidstafel.interview.InterviewSlice;
import nl.beleidstafel.interview.NoteSlice;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.plan.PlanSlice;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.topiclist.TopicListSlice;
import nl.beleidstafel.yaml.MistakesException;

/// Builds what interviews need, once: lists of topics, figures, interviews, findings. The rest of
/// the product knows nothing of them.
final class TalksWiring {
  private final Routes routes = new Routes();
  private final List<Job> jobs = new ArrayList<>();

  /// What is there already.
  record Around(
      Vertx vertx,
      Database database,
      Configuration configuration,
      HttpSettings settings,
      LiveRooms rooms,
      LiveChannels channels,
      Rights rights,
      Places places,
      People people,
      Notices notices,
      Outbox outbox,
      Audit audit,
      Templates templates,
      Clock clock) {}

  /// Builds it. Blocks.
  ///
  /// @throws StartException where what is written in `config/` holds mistakes
  TalksWiring(Around around) throws StartException {
    TopicListSlice lists = lists(around);
    InterviewSlice interviews = interviews(around, lists);
    NoteSlice notes = notes(around, interviews);
    notes.start();
    AfterwardsSlice afterwards = afterwards(around, interviews, notes);
    routes.addAll(lists.routes()).addAll(figures(around).routes());
    routes.addAll(interviews.routes()).addAll(afterwards.routes());
    routes.addAll(findings(around, interviews, notes).routes());
    jobs.addAll(afterwards.jobs());
  }

  private static FigureSlice figures(Around around) {
    return new FigureSlice(
        around.database(), around.places(), around.people(), around.channels(), around.clock());
  }

  private static TopicListSlice lists(Around around) throws StartException {
    Path directory = Path.of(around.configuration().directory());
    try {
      return new TopicListSlice(
          around.database(),
          around.rights(),
          around.people(),
          around.clock(),
          new TopicListSlice.Written(directory, around.templates().partnerKinds()));
    } catch (MistakesException mistakes) {
      throw new StartException(String.valueOf(mistakes.getMessage()), mistakes);
    }
  }

  private static InterviewSlice interviews(Around around, TopicListSlice lists) {
    return new InterviewSlice(
        around.database(),
        around.rooms(),
        around.channels(),
        new InterviewSlice.Neighbours(
            PlanSlice.outlines(around.database()),
            IdentitySlice.partners(around.database()),
            around.people(),
            around.rights(),
            lists.lists(),
            around.templates().partnerKinds().keySet(),
            around.notices(),
            around.outbox(),
            around.settings()::link),
        around.audit(),
        around.clock());
  }

  private static NoteSlice notes(Around around, InterviewSlice interviews) {
    return new NoteSlice(
        around.vertx(),
        around.database(),
        around.rooms(),
        around.channels(),
        interviews.interviews(),
        FindingSlice.missed(around.database(), around.channels()));
  }

  private static AfterwardsSlice afterwards(
      Around around, InterviewSlice interviews, NoteSlice notes) throws StartException {
    try {
      return new AfterwardsSlice(
          new AfterwardsSlice.Around(
              around.database(),
              around.rooms(),
              around.channels(),
              interviews.interviews(),
              notes.notes(),
              FindingSlice.forgotten(around.database(), around.channels()),
              around.notices(),
              around.outbox(),
              around.audit(),
              around.settings()::link,
              around.clock()),
          Path.of(around.configuration().directory()));
    } catch (MistakesException mistakes) {
      throw new StartException(String.valueOf(mistakes.getMessage()), mistakes);
    }
  }

  private static FindingSlice findings(Around around, InterviewSlice interviews, NoteSlice notes) {
    return new FindingSlice(
        around.database(),
        around.rooms(),
        around.channels(),
        around.places(),
        new FindingSlice.Talks(
            interviews.interviews(),
            interviews.questions(),
            notes.notes(),
            around.templates().partnerKinds()),
        around.audit(),
        around.clock());
  }

  Routes routes() {
    return routes;
  }

  List<Job> jobs() {
    return List.copyOf(jobs);
  }
}
