package nl.beleidstafel.base;

/// Every bound of the running server in one place. What reaches one is refused with a readable
/// reason and counted.
public final class Limits {
  /// The largest WebSocket frame and message: a Step2 of a long absence must fit.
  public static final int FRAME_SIZE_MAX_BYTES = 16 * 1024 * 1024;

  /// The largest document, encoded: far above any section, far below what fills a heap.
  public static final int DOCUMENT_SIZE_MAX_BYTES = 32 * 1024 * 1024;

  /// The longest address of a document on the wire: an id, and a session's mark behind it.
  public static final int ADDRESS_SIZE_MAX_BYTES = 200;

  /// The longest token or provider version a client may show.
  public static final int TOKEN_SIZE_MAX_BYTES = 4096;

  /// The longest stateless payload or reason text from a client.
  public static final int STATELESS_SIZE_MAX_BYTES = 64 * 1024;

  /// The most messages in one frame of the y-websocket dialect.
  public static final int FRAME_MESSAGES_MAX = 1024;

  /// The most clients in one presence message: far above the people in one document.
  public static final int PRESENCE_ENTRIES_MAX = 1024;

  /// The longest presence state of one client: a name and a cursor take 300 bytes.
  public static final int PRESENCE_STATE_MAX_BYTES = 8 * 1024;

  /// The most client ids one session may introduce to a document: a page has one, a page that
  /// rebuilds its document after a refusal takes another.
  public static final int PRESENCE_CLIENTS_MAX = 16;

  /// The most documents on one socket: a plan has 37.
  public static final int SOCKET_DOCUMENTS_MAX = 128;

  /// The most messages and bytes that wait for one address's authentication.
  public static final int SOCKET_WAITING_MESSAGES_MAX = 64;

  public static final int SOCKET_WAITING_MAX_BYTES = FRAME_SIZE_MAX_BYTES;

  /// Bytes on their way to a client above which a session falls to resync, and below which it is
  /// written to again.
  public static final int SOCKET_QUEUE_HIGH_BYTES = 1024 * 1024;

  public static final int SOCKET_QUEUE_LOW_BYTES = 256 * 1024;

  /// Bytes on their way to a client above which its socket is closed: two of the largest answers.
  public static final int SOCKET_QUEUE_MAX_BYTES = 2 * DOCUMENT_SIZE_MAX_BYTES;

  /// How long a socket may be silent, not even answering a ping.
  public static final long SOCKET_IDLE_MAX_MS = 60_000;

  /// How long a socket is silent before it is pinged, and how long nothing was said to it before it
  /// is told that we are alive: clients give up after 30 s, a tick comes on top.
  public static final long SOCKET_PING_AFTER_MS = 15_000;

  /// How long a socket may stay open before its first successful authentication, whatever it sends.
  public static final long SOCKET_UNAUTHENTICATED_MAX_MS = 30_000;

  /// How long bytes may wait without a single one being taken by the client.
  public static final long SOCKET_STALLED_MAX_MS = 30_000;

  /// How often a socket is looked at and pinged: below the 30 s after which clients give up.
  public static final long SOCKET_TICK_MS = 10_000;

  /// How long a client has to show a new token after it was asked for one.
  public static final long SOCKET_RENEWAL_MAX_MS = 10_000;

  /// How often the token behind a document on a socket is asked about again.
  public static final long SOCKET_RECHECK_MS = 30_000;

  /// How long a closed socket may take to say goodbye before the connection is cut.
  public static final long SOCKET_GOODBYE_MAX_MS = 5_000;

  /// Messages a socket may send in a second for long, and at once.
  public static final int SOCKET_MESSAGES_PER_SECOND = 500;

  public static final int SOCKET_MESSAGES_BURST = 5_000;

  /// Bytes a socket may send in a second for long, and at once.
  public static final int SOCKET_BYTES_PER_SECOND = 4 * 1024 * 1024;

  public static final int SOCKET_BYTES_BURST = 4 * FRAME_SIZE_MAX_BYTES;
  /// How deep lists and objects nest inside one value of a document.
  public static final int VALUE_DEPTH_MAX = 200;

  /// Structs in one update: a whole document of the largest size has fewer.
  public static final int UPDATE_STRUCTS_MAX = 2_000_000;

  /// What a document keeps, encoded, of changes that wait for others that are absent.
  public static final int PENDING_SIZE_MAX_BYTES = 16 * 1024 * 1024;

  private Limits() {}
}
