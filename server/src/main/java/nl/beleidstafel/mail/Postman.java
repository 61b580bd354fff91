package nl.beleidstafel.mail;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.mail.MailQueue.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is in the outbox through the operator's mail server. Each mail is taken in the
/// database by one node at a time; what fails is tried again, later each time, and given up in the
/// end. A node that dies between the server's yes and noting it leaves a mail that is sent twice,
/// with the same `Message-ID`. Any thread; nothing waits.
public final class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Pattern METHOD = Pattern.compile("\\RMETHOD:([A-Z]+)\\R");
  private static final long LEASE_MS = 2L * Limits.MAIL_BATCH_MAX * Limits.MAIL_SEND_MAX_MS;

  private final Vertx vertx;
  private final MailQueue queue;
  private final Clock clock;
  private final MailSettings settings;
  private final MailClient client;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean away = new AtomicBoolean();

  /// Sends nothing before it is asked to.
  public Postman(Vertx vertx, Database database, Clock clock, MailSettings settings) {
    this.vertx = vertx;
    queue = new PgMailQueue(database);
    this.clock = clock;
    this.settings = settings;
    client = MailClient.create(vertx, config(settings));
  }

  /// Looks at the outbox from now on, as long as Vert.x runs.
  public void start() {
    vertx.setPeriodic(Limits.MAIL_TICK_MS, _ -> round());
  }

  /// Sends what is due; a round that is under way is not joined by another. The result is how many
  /// left.
  Future<Integer> round() {
    if (!busy.compareAndSet(false, true)) {
      return Future.succeededFuture(0);
    }
    return queue
        .take(clock.nowMs(), LEASE_MS, Limits.MAIL_BATCH_MAX)
        .compose(this::sendAll)
        .onFailure(failure -> LOG.warn("The outbox could not be read: {}", failure.getMessage()))
        .andThen(_ -> busy.set(false));
  }

  /// One after another: a town's mails are few, and a mail server likes it so.
  private Future<Integer> sendAll(List<Due> mails) {
    Future<Integer> sent = Future.succeededFuture(0);
    for (Due mail : new ArrayList<>(mails)) {
      sent = sent.compose(count -> send(mail).map(left -> left ? count + 1 : count));
    }
    return sent;
  }

  private Future<Boolean> send(Due mail) {
    return client
        .sendMail(message(mail))
        .timeout(Limits.MAIL_SEND_MAX_MS, TimeUnit.MILLISECONDS)
        .transform(
            result -> result.succeeded() ? left(mail) : failed(mail, result.cause()).map(false));
  }

  private Future<Boolean> left(Due mail) {
    if (away.compareAndSet(true, false)) {
      LOG.info("Mails leave again");
    }
    return queue.sent(mail.id()).map(true);
  }

  /// The log says which mail, never to whom.
  private Future<Void> failed(Due mail, Throwable cause) {
    boolean refused = cause instanceof SMTPException smtp && smtp.isPermanent();
    if (refused || mail.attempts() >= Limits.MAIL_ATTEMPTS_MAX) {
      LOG.warn("Mail {} is given up after {} tries: {}", mail.id(), mail.attempts(), why(cause));
      return queue.giveUp(mail.id());
    }
    if (away.compareAndSet(false, true)) {
      LOG.warn("Mail {} waits: {} says {}", mail.id(), settings, why(cause));
    }
    return queue.retry(mail.id(), clock.nowMs() + pauseMs(mail.attempts()));
  }

  /// How long to wait after so many failures.
  static long pauseMs(int attempts) {
    int doublings = Math.min(attempts - 1, 20);
    return Math.min(Limits.MAIL_RETRY_MIN_MS << doublings, Limits.MAIL_RETRY_MAX_MS);
  }

  /// An answer of the mail server may repeat the address it was given: then its code is all.
  private static String why(Throwable cause) {
    return cause instanceof SMTPException smtp
        ? "code " + smtp.getReplyCode()
        : cause.getClass().getSimpleName();
  }

  private MailMessage message(Due mail) {
    String domain = settings.from().replaceAll(".*@|>.*", "");
    MailMessage message =
        new MailMessage()
            .setFrom(settings.from())
            .setTo(mail.recipient())
            .setSubject(mail.subject())
            .setText(mail.body())
            .setHeaders(
                MultiMap.caseInsensitiveMultiMap()
                    .set("Message-ID", "<" + mail.id() + "@" + domain + ">")
                    .set("Auto-Submitted", "auto-generated"));
    String calendar = mail.calendar();
    return calendar == null ? message : message.setAttachment(attachment(calendar));
  }

  /// Mail programs show it as an invitation by the method in its type.
  private static MailAttachment attachment(String calendar) {
    Matcher method = METHOD.matcher(calendar);
    String told = method.find() ? "; method=" + method.group(1) : "";
    return MailAttachment.create()
        .setContentType("text/calendar; charset=utf-8" + told)
        .setName("afspraak.ics")
        .setDisposition("attachment")
        .setData(Buffer.buffer(calendar));
  }

  private static MailConfig config(MailSettings settings) {
    MailConfig config =
        new MailConfig()
            .setHostname(settings.host())
            .setPort(settings.port())
            .setSsl(settings.tls() == MailSettings.Tls.TLS)
            .setStarttls(
                settings.tls() == MailSettings.Tls.STARTTLS
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setHostnameVerificationAlgorithm("HTTPS")
            .setLogin(settings.user().isEmpty() ? LoginOption.DISABLED : LoginOption.REQUIRED)
            // A connection for each mail: a kept one would be lost when the server restarts.
            .setKeepAlive(false)
            .setMaxPoolSize(1)
            .setConnectTimeout(Limits.MAIL_SEND_MAX_MS / 2)
            .setIdleTimeout(Limits.MAIL_SEND_MAX_MS)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    if (!settings.user().isEmpty()) {
      config.setUsername(settings.user()).setPassword(settings.password());
    }
    return config;
  }
}
