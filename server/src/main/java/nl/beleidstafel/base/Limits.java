package nl.beleidstafel.base;

/// Every bound of the running server in one place. What reaches one is refused with a readable
/// reason and counted.
public final class Limits {
  /// The largest WebSocket frame and message: a Step2 of a long absence must fit.
  public static final int FRAME_SIZE_MAX_BYTES = 16 * 1024 * 1024;

  /// The largest document, encoded: far above any section, far below what fills a heap.
  public static final int DOCUMENT_SIZE_MAX_BYTES = 32 * 1024 * 1024;

  /// The largest JSON body of a request: long names in every field, never a text of a plan.
  public static final int JSON_BODY_SIZE_MAX_BYTES = 64 * 1024;

  /// How deep JSON may nest in a request.
  public static final int JSON_DEPTH_MAX = 20;

  /// All headers of a request together.
  public static final int HTTP_HEADERS_SIZE_MAX_BYTES = 16 * 1024;

  /// The first line of a request: method, address, version.
  public static final int HTTP_LINE_LENGTH_MAX = 4096;

  /// A connection that says nothing for so long is closed; open sockets ping more often.
  public static final int HTTP_IDLE_MAX_SECONDS = 120;

  /// Virtual-thread contexts that endpoints share.
  public static final int HTTP_LANES = 8;

  /// Requests being answered at once; more are told to come back.
  public static final int HTTP_CALLS_AT_ONCE_MAX = 1000;

  /// A token that a client shows, in characters; ours have 43.
  public static final int TOKEN_LENGTH_MAX = 256;

  /// The largest file of the web app, kept in memory.
  public static final int WEB_FILE_SIZE_MAX_BYTES = 8 * 1024 * 1024;

  /// A session ends so long after it began, however busy it is: a day.
  public static final long SESSION_AGE_MAX_MS = 24L * 3600 * 1000;

  /// A session ends when nothing was asked with it for so long: a working day.
  public static final long SESSION_IDLE_MAX_MS = 8L * 3600 * 1000;

  /// Sessions of one member; the oldest goes when one more is opened.
  public static final int SESSIONS_OF_MEMBER_MAX = 1000;

  /// Passwords hashed at once: each takes 19 MiB and a core.
  public static final int PASSWORD_CHECKS_AT_ONCE = 2;

  /// Password checks under way or waiting; more are told to come back.
  public static final int PASSWORD_CHECKS_WAITING_MAX = 200;

  public static final int PASSWORD_LENGTH_MIN = 12;

  /// The longest password, in UTF-16 units.
  public static final int PASSWORD_LENGTH_MAX = 1000;

  /// Counts of failed sign-ins kept in memory.
  public static final int SIGN_IN_COUNTS_MAX = 100_000;

  /// How long the link for the first administrator works: a day.
  public static final long ADMINISTRATOR_LINK_MAX_MS = 24L * 3600 * 1000;

  /// The longest name or title, in characters.
  public static final int NAME_LENGTH_MAX = 200;

  /// Plans of one municipality.
  public static final int PLANS_OF_MUNICIPALITY_MAX = 200;

  /// Sections of one plan, those of its template included.
  public static final int SECTIONS_OF_PLAN_MAX = 300;

  /// Queries that may wait for a connection before more are refused.
  public static final int DATABASE_WAITING_MAX = 4_096;

  /// How long to wait for a connection to the database.
  public static final int DATABASE_CONNECT_MAX_MS = 5_000;

  /// How long the pool keeps a connection that nobody uses; below the next, so that it ends first.
  public static final int DATABASE_IDLE_MAX_MS = 30_000;

  /// How long a query may hear nothing before its connection counts as lost.
  public static final int DATABASE_SILENCE_MAX_MS = 60_000;

  /// How long a readiness check waits for the database.
  public static final int DATABASE_PROBE_MAX_MS = 2_000;

  private Limits() {}
}
