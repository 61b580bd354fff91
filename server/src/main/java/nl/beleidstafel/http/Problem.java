package nl.beleidstafel.http;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A refusal or failure as the client sees it: `application/problem+json` in the client's language.
/// It says what to do, never what happened inside. Source: RFC 9457.
///
/// @param status 400 to 599
/// @param type a short name, a relative URI reference, that programs can tell it by
/// @param field the field of the request body that it is about, if one
/// @param version of what it is about, where somebody else was first
public record Problem(
    int status,
    String type,
    Text title,
    Text detail,
    @Nullable String field,
    @Nullable Long version,
    Map<String, String> headers)
    implements Answer {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    headers = Map.copyOf(headers);
  }

  public Problem(int status, String type, Text title, Text detail) {
    this(status, type, title, detail, null, null, Map.of());
  }

  /// The same with one header.
  public Problem with(String header, String value) {
    return new Problem(status, type, title, detail, field, version, Map.of(header, value));
  }

  JsonObject json(Language language) {
    JsonObject json =
        new JsonObject()
            .put("type", type)
            .put("title", title.in(language))
            .put("status", status)
            .put("detail", detail.in(language));
    if (field != null) {
      json.put("field", field);
    }
    if (version != null) {
      json.put("version", version);
    }
    return json;
  }

  /// Nothing here, for this caller: absent and not theirs look alike.
  public static Problem notFound() {
    return new Problem(
        404,
        "not-found",
        new Text("Niet gevonden", "Not found"),
        new Text(
            "Dit bestaat niet, of u mag het niet zien.",
            "This does not exist, or you may not see it."));
  }

  /// No session, or one that has ended.
  public static Problem sessionRequired() {
    return new Problem(
            401,
            "session-required",
            new Text("Niet ingelogd", "Not signed in"),
            new Text("Log in en probeer het opnieuw.", "Sign in and try again."))
        .with("WWW-Authenticate", "Bearer");
  }

  /// The municipality asks for a second factor, and this member has none yet.
  static Problem secondFactorDue() {
    return new Problem(
        403,
        "second-factor-due",
        new Text("Stel eerst een tweede factor in", "Set up a second factor first"),
        new Text(
            "Uw gemeente vraagt een tweede factor. Stel die in; daarna kunt u verder.",
            "Your municipality asks for a second factor. Set it up, and you can go on."));
  }

  /// A member asks for what only who administers the municipality may do.
  public static Problem administratorRequired() {
    return new Problem(
        403,
        "administrator-required",
        new Text("Dit mag alleen een beheerder", "Only for administrators"),
        new Text(
            "Vraag het aan een beheerder van uw gemeente.",
            "Ask an administrator of your municipality."));
  }

  /// A member asks for what only who coordinates the plan may do.
  public static Problem coordinatorRequired() {
    return new Problem(
        403,
        "coordinator-required",
        new Text("Dit mag alleen een coördinator", "Only for coordinators"),
        new Text(
            "Vraag het aan de organisatie die het plan coördineert.",
            "Ask the organisation that coordinates the plan."));
  }

  /// Somebody who came by a personal link asks for what takes an account.
  public static Problem accountRequired() {
    return new Problem(
        403,
        "account-required",
        new Text("Hiervoor is een account nodig", "This takes an account"),
        new Text(
            "U bent hier met een persoonlijke link. Log in met een account om dit te doen.",
            "You are here with a personal link. Sign in with an account to do this."));
  }

  /// A link from a mail that is not, or no longer, good.
  public static Problem linkNotValid(Text detail) {
    return new Problem(
        403,
        "link-not-valid",
        new Text("Deze link werkt niet (meer)", "This link does not work (any more)"),
        detail);
  }

  /// Too often: guessed, sent, asked.
  public static Problem tooMany(long waitMs) {
    long seconds = (waitMs + 999) / 1000;
    return new Problem(
            429,
            "too-many-attempts",
            new Text("Te veel pogingen", "Too many attempts"),
            new Text(
                "Wacht " + seconds + " seconden en probeer het opnieuw.",
                "Wait " + seconds + " seconds and try again."))
        .with("Retry-After", Long.toString(seconds));
  }

  /// A field of the body that is absent or not acceptable.
  public static Problem field(String field, Text detail) {
    return new Problem(
        400,
        "invalid-field",
        new Text("Een veld klopt niet", "A field is not right"),
        detail,
        field,
        null,
        Map.of());
  }

  /// What the caller wants to change was changed by somebody else since they read it.
  ///
  /// @param version what it is now
  public static Problem changedMeanwhile(long version) {
    return new Problem(
        409,
        "changed-meanwhile",
        new Text("Iemand anders was u voor", "Somebody else was first"),
        new Text(
            "Dit is intussen veranderd. Bekijk hoe het nu is en probeer het opnieuw.",
            "This has changed meanwhile. Look how it is now and try again."),
        null,
        version,
        Map.of());
  }

  /// More work than the server takes on at once.
  ///
  /// @param retryAfterSeconds when to come back
  public static Problem busy(int retryAfterSeconds) {
    return new Problem(
            503,
            "busy",
            new Text("Het is te druk", "Too busy"),
            new Text(
                "Er komt nu te veel tegelijk binnen. Probeer het zo opnieuw.",
                "Too much is coming in at once. Try again in a moment."))
        .with("Retry-After", Integer.toString(retryAfterSeconds));
  }

  /// What was asked does not fit what is there by now.
  public static Problem conflict(String type, Text title, Text detail) {
    return new Problem(409, type, title, detail);
  }

  static Problem methodNotAllowed(String allowed) {
    return new Problem(
            405,
            "method-not-allowed",
            new Text("Dit kan hier niet", "Not possible here"),
            new Text(
                "Dit adres kent alleen: " + allowed + ".",
                "This address knows only: " + allowed + "."))
        .with("Allow", allowed);
  }

  static Problem tooLarge(int sizeMaxBytes) {
    int kib = sizeMaxBytes / 1024;
    return new Problem(
            413,
            "too-large",
            new Text("Te groot", "Too large"),
            new Text(
                "Het bericht mag hooguit " + kib + " kB groot zijn.",
                "The message may be " + kib + " kB at most."))
        .with("Connection", "close");
  }

  static Problem jsonExpected() {
    return new Problem(
        415,
        "json-expected",
        new Text("Verkeerd soort bericht", "Wrong kind of message"),
        new Text(
            "Stuur JSON, met Content-Type: application/json.",
            "Send JSON, with Content-Type: application/json."));
  }

  static Problem typeExpected(BodyKind body) {
    String types = String.join(", ", new TreeSet<>(body.mediaTypes()));
    return new Problem(
        415,
        "type-not-taken",
        new Text("Dit soort bestand kan hier niet", "This kind of file is not taken here"),
        new Text("Stuur een bestand van dit soort: " + types + ".", "Send one of: " + types + "."));
  }

  static Problem jsonUnreadable(Text detail) {
    return new Problem(
        400,
        "json-unreadable",
        new Text("Het bericht is niet te lezen", "The message cannot be read"),
        detail);
  }

  static Problem requestForged() {
    return new Problem(
        403,
        "request-forged",
        new Text("Verzoek geweigerd", "Request refused"),
        new Text(
            "Dit verzoek kwam niet van de pagina's van Beleidstafel. Laad de pagina opnieuw.",
            "This request did not come from the pages of Beleidstafel. Reload the page."));
  }

  static Problem badRequest() {
    return new Problem(
        400,
        "bad-request",
        new Text("Het verzoek klopt niet", "The request is not right"),
        new Text(
            "Het adres of een kop is niet te lezen.", "The address or a header is unreadable."));
  }

  static Problem internal() {
    return new Problem(
        500,
        "internal",
        new Text("Er ging iets mis", "Something went wrong"),
        new Text(
            "Dit ligt aan ons. Probeer het opnieuw; wat u had bewaard is er nog.",
            "This is our fault. Try again; what you had saved is still there."));
  }

  static Problem unavailable() {
    return new Problem(
            503,
            "unavailable",
            new Text("Even niet bereikbaar", "Away for a moment"),
            new Text(
                "De database antwoordt niet. Probeer het zo opnieuw.",
                "The database does not answer. Try again in a moment."))
        .with("Retry-After", "2");
  }
}
