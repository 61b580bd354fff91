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

  /// What a browser says of itself, as far as it is looked at, in characters.
  public static final int AGENT_LENGTH_MAX = 400;

  /// The largest file of the web app, kept in memory.
  public static final int WEB_FILE_SIZE_MAX_BYTES = 8 * 1024 * 1024;

  /// A session ends so long after it began, however busy it is: a day.
  public static final long SESSION_AGE_MAX_MS = 24L * 3600 * 1000;

  /// A session ends when nothing was asked with it for so long: a working day.
  public static final long SESSION_IDLE_MAX_MS = 8L * 3600 * 1000;

  /// Sessions of one member; the oldest goes when one more is opened.
  public static final int SESSIONS_OF_MEMBER_MAX = 1000;

  /// A session opened with a personal link ends so long after it began: a morning's work.
  public static final long LINK_SESSION_AGE_MAX_MS = 4L * 3600 * 1000;

  /// How long an invitation or a personal link works.
  public static final long INVITATION_MAX_MS = 14L * 24 * 3600 * 1000;

  /// How long it is kept, from when it was written, to whom a mail went that was given up.
  public static final long MAIL_GIVEN_UP_MAX_MS = 2 * INVITATION_MAX_MS;

  /// How long a link for a forgotten password or a new address works: an hour.
  public static final long RESET_MAX_MS = 3600L * 1000;

  /// How long an invitation that came to its end is remembered, so that its link can say why it
  /// does not work.
  public static final long INVITATION_KEPT_MS = 90L * 24 * 3600 * 1000;

  /// Partners of one municipality.
  public static final int PARTNERS_OF_MUNICIPALITY_MAX = 200;

  /// People of one municipality: members and those invited.
  public static final int PEOPLE_OF_MUNICIPALITY_MAX = 2_000;

  /// Municipalities of one installation.
  public static final int MUNICIPALITIES_MAX = 500;

  /// Mails that one person may have sent at once, and after how long one more.
  public static final int MAILS_OF_MEMBER_BURST = 60;

  public static final long MAILS_OF_MEMBER_STEP_MS = 60_000;

  /// Mails to one address at once, and after how long one more: nobody's mailbox is to be filled.
  public static final int MAILS_TO_ADDRESS_BURST = 6;

  public static final long MAILS_TO_ADDRESS_STEP_MS = 10 * 60_000;

  /// Forgotten passwords from one network at once, and after how long one more.
  public static final int RESETS_OF_NETWORK_BURST = 20;

  public static final long RESETS_OF_NETWORK_STEP_MS = 30_000;

  /// How often the outbox is looked at.
  public static final long MAIL_TICK_MS = 2_000;

  /// Mails taken from the outbox at once.
  public static final int MAIL_BATCH_MAX = 10;

  /// How long the mail server may take for one mail; what was taken from the outbox is free again
  /// after twice as long for all of a batch.
  public static final int MAIL_SEND_MAX_MS = 20_000;

  /// The pause after the first failure to send, doubled up to the second.
  public static final long MAIL_RETRY_MIN_MS = 60_000;

  public static final long MAIL_RETRY_MAX_MS = 3600L * 1000;

  /// Failures after which a mail is given up: two days.
  public static final int MAIL_ATTEMPTS_MAX = 50;

  /// Mails shown in the demonstration's mailbox.
  public static final int MAILBOX_MAX = 100;

  /// Lines of the audit log on one page, and in one export.
  public static final int AUDIT_PAGE_MAX = 50;

  public static final int AUDIT_EXPORT_MAX = 100_000;

  /// Lines about one person in what they take with them.
  public static final int EXPORT_DEEDS_MAX = 10_000;

  /// Comments of one person in what they take with them: the newest.
  public static final int TRACES_OF_MEMBER_MAX = 10_000;

  /// How often the audit log is looked at for what is older than it is kept.
  public static final long AUDIT_SWEEP_MS = 24L * 3600 * 1000;

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

  /// Recovery codes of one set.
  public static final int RECOVERY_CODES = 10;

  /// A code as somebody types it, in characters.
  public static final int CODE_LENGTH_MAX = 60;

  /// Passkeys of one member.
  public static final int PASSKEYS_OF_MEMBER_MAX = 20;

  public static final int PASSKEY_NAME_LENGTH_MAX = 60;

  /// How long a browser may take to answer what it was asked: a person looks for their phone.
  public static final long PENDING_MAX_MS = 10L * 60 * 1000;

  /// What was asked of browsers and waits for its answer; the oldest go first.
  public static final int PENDING_MAX = 10_000;

  /// How fresh a session must be to change how one signs in.
  public static final long SESSION_FRESH_MAX_MS = 30L * 60 * 1000;

  /// Colleagues in the list of who has a second factor.
  public static final int COLLEAGUES_SHOWN_MAX = 1_000;

  /// Identity providers of one municipality.
  public static final int PROVIDERS_OF_MUNICIPALITY_MAX = 5;

  /// Providers on the page for signing in.
  public static final int PROVIDERS_SHOWN_MAX = 100;

  /// The longest answer of an identity provider that is read.
  public static final int PROVIDER_ANSWER_MAX_BYTES = 256 * 1024;

  /// How long an identity provider may take for one answer.
  public static final long PROVIDER_ANSWER_MAX_MS = 10_000;

  /// How long what a provider says of itself, and its keys, are believed.
  public static final long PROVIDER_KNOWN_MAX_MS = 5L * 60 * 1000;

  /// What providers say of themselves that is kept in memory.
  public static final int PROVIDERS_KNOWN_MAX = 100;

  /// How far the clock of a provider may be off.
  public static final long PROVIDER_CLOCK_SKEW_MAX_MS = 60_000;

  /// The longest address of a provider, in characters.
  public static final int PROVIDER_ADDRESS_LENGTH_MAX = 500;

  /// The longest name or title, in characters.
  public static final int NAME_LENGTH_MAX = 200;

  /// Who can help is a few names, not a list of members.
  public static final int COORDINATORS_NAMED_MAX = 3;

  /// Plans of one municipality.
  public static final int PLANS_OF_MUNICIPALITY_MAX = 200;

  /// Sections of one plan, those of its template included.
  public static final int SECTIONS_OF_PLAN_MAX = 300;

  /// What is sent at once of a plan's whole text, before more is asked for.
  public static final int TEXT_PAGE_MAX_BYTES = 256 * 1024;

  /// The longest text of one section that a page for reading shows.
  public static final int TEXT_OF_SECTION_MAX_BYTES = 4 * 1024 * 1024;

  /// The longest tree of a section, as JSON, that is shown before its document is opened.
  public static final int SHEET_TEXT_LENGTH_MAX = 256 * 1024;

  /// Such trees that a node keeps at hand.
  public static final int SHEET_TEXTS_KEPT_MAX = 64;

  /// The longest key of a section in an address.
  public static final int SECTION_KEY_LENGTH_MAX = 100;

  /// Partners named in one request.
  public static final int PARTNERS_NAMED_MAX = 500;

  /// People who have one plan open and hear of its changes.
  public static final int CHANNEL_SESSIONS_MAX = 2_000;

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

  /// How deep lists and objects nest inside one value of a document.
  public static final int VALUE_DEPTH_MAX = 200;

  /// How deep the elements of a document nest where they are read as a tree.
  public static final int TREE_DEPTH_MAX = 500;

  /// Structs in one update: a whole document of the largest size has fewer.
  public static final int UPDATE_STRUCTS_MAX = 2_000_000;

  /// Structs for each byte of an update v2, whose columns say "and so on" in a few bytes.
  public static final int STRUCTS_PER_BYTE_MAX = 256;

  /// What a document keeps, encoded, of changes that wait for others that are absent.
  public static final int PENDING_SIZE_MAX_BYTES = 16 * 1024 * 1024;

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

  /// Sockets of one client address: a town hall has one, with 60 phones, dozens of laptops, and
  /// several tabs on each.
  public static final int SOCKETS_OF_ADDRESS_MAX = 1_000;

  /// Sockets of one member: all tabs on all their machines.
  public static final int SOCKETS_OF_MEMBER_MAX = 100;

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

  /// How often it is looked whether a session on a socket has reached its end: what its holder may
  /// no longer see reaches them for less than a second.
  public static final long SOCKET_DUE_CHECK_MS = 250;

  /// How long after an unanswered question about a token that has reached its end it is asked
  /// again.
  public static final long SOCKET_ASK_AGAIN_MS = 1_000;

  /// How long a closed socket may take to say goodbye before the connection is cut.
  public static final long SOCKET_GOODBYE_MAX_MS = 5_000;

  /// Messages a socket may send in a second for long, and at once.
  public static final int SOCKET_MESSAGES_PER_SECOND = 500;

  public static final int SOCKET_MESSAGES_BURST = 5_000;

  /// Bytes a socket may send in a second for long, and at once.
  public static final int SOCKET_BYTES_PER_SECOND = 4 * 1024 * 1024;

  public static final int SOCKET_BYTES_BURST = 4 * FRAME_SIZE_MAX_BYTES;

  /// What one answer of the log holds at most; reading goes on from its end.
  public static final int LOG_PAGE_ROWS_MAX = 1_000;

  public static final int LOG_PAGE_MAX_BYTES = 8 * 1024 * 1024;

  /// Updates of all rooms that wait for the log writer: what the heap spares while the database is
  /// away. Clients keep what is refused above it.
  public static final int LOG_WAITING_MAX_BYTES = 128 * 1024 * 1024;

  /// What one flush takes at most; the rest goes with the next.
  public static final int FLUSH_ADDITIONS_MAX = 512;

  public static final int FLUSH_MAX_BYTES = 32 * 1024 * 1024;

  /// For how long after the beginning of a flush more is gathered before the next, for each update
  /// in it and at most: what many commits cost is the commits, not the updates.
  public static final int FLUSH_GATHER_MS = 2;

  public static final int FLUSH_GATHER_MAX_MS = 12;

  /// How long a document with many readers may hold a flush after its last one.
  public static final int FLUSH_HOLD_MAX_MS = 15;

  /// The pause after a failed attempt to write, doubled up to the second.
  public static final int LOG_RETRY_MIN_MS = 50;

  public static final int LOG_RETRY_MAX_MS = 2_000;

  /// Sessions in one document: a town hall full of people, on two screens each.
  public static final int ROOM_SESSIONS_MAX = 500;

  /// Events that wait for one room, beyond which its sessions' messages end their session; half of
  /// it for presence, which is dropped.
  public static final int ROOM_MAILBOX_MAX = 20_000;

  /// Events a room takes in one go before others on its event loop have their turn.
  public static final int ROOM_BATCH_MAX = 256;

  /// Updates of one room that wait for their commit.
  public static final int ROOM_UNCOMMITTED_MAX_BYTES = 32 * 1024 * 1024;

  /// Updates of one room that wait for changes the server does not have.
  public static final int ROOM_HELD_MAX = 256;

  public static final int ROOM_HELD_MAX_BYTES = 16 * 1024 * 1024;

  /// Updates of one session without an answer yet.
  public static final int SESSION_UNANSWERED_MAX = 10_000;

  /// How long a room without sessions stays in memory.
  public static final int ROOM_IDLE_MAX_MS = 60_000;

  /// Updates, and their bytes, after which a snapshot is written.
  public static final int SNAPSHOT_UPDATES_MAX = 500;

  public static final int SNAPSHOT_TAIL_MAX_BYTES = 512 * 1024;

  /// Updates behind the last snapshot for which one is written when a room is forgotten.
  public static final int SNAPSHOT_TAIL_MIN = 50;

  /// How long a client may be silent about its presence; it says it again after 15 s.
  public static final int PRESENCE_EXPIRY_MS = 30_000;

  /// How often expired presence is looked for.
  public static final int PRESENCE_SWEEP_MS = 3_000;

  /// The least and the most time between two presence messages of a room.
  public static final int PRESENCE_PAUSE_MIN_MS = 40;

  public static final int PRESENCE_PAUSE_MAX_MS = 250;

  /// The largest file of a model plan or register: the whole model plan has about 100 kB.
  public static final int TEMPLATE_FILE_SIZE_MAX_BYTES = 256 * 1024;

  /// How deep blocks may stand inside one another: the model plan needs five.
  public static final int TEMPLATE_DEPTH_MAX = 20;

  /// The largest picture file taken in: a photo of a phone.
  public static final int IMAGE_FILE_SIZE_MAX_BYTES = 12 * 1024 * 1024;

  /// Pixels of a picture while it is read, 4 bytes each: 96 MiB.
  public static final long IMAGE_PIXELS_MAX = 24L * 1024 * 1024;

  /// The longer side of a picture that is kept: sharp on a page of A4.
  public static final int IMAGE_SIDE_MAX_PIXELS = 2000;

  /// Pictures drawn anew at once: each may take {@link #IMAGE_PIXELS_MAX} twice.
  public static final int IMAGES_AT_ONCE = 1;

  /// Pictures that wait to be drawn; more are told to come back.
  public static final int IMAGES_WAITING_MAX = 8;

  /// Pictures in one document.
  public static final int IMAGES_OF_DOCUMENT_MAX = 100;

  /// An encoded place in a text: two numbers, or the name of a root.
  public static final int ANCHOR_SIZE_MAX_BYTES = 300;

  /// Characters kept of the words that a thread is about.
  public static final int QUOTE_LENGTH_MAX = 500;

  /// Characters of a comment.
  public static final int COMMENT_LENGTH_MAX = 5_000;

  /// Threads in one section.
  public static final int THREADS_OF_SECTION_MAX = 1_000;

  /// Comments in one thread.
  public static final int COMMENTS_OF_THREAD_MAX = 300;

  /// People that one comment mentions.
  public static final int MENTIONS_OF_COMMENT_MAX = 20;

  /// Remarks of one kind that the table of a plan shows.
  public static final int REMARKS_OF_PLAN_MAX = 5_000;

  /// Versions of one section, and of one plan, that somebody gave a name.
  public static final int VERSIONS_MAX = 500;

  /// Edits of a section that are looked at to tell when it was worked on.
  public static final int EDITS_LISTED_MAX = 5_000;

  /// A pause in the work on a section after which what follows is another sitting.
  public static final long SITTING_PAUSE_MAX_MS = 30 * 60 * 1_000;

  /// Sittings of a section that are listed.
  public static final int SITTINGS_LISTED_MAX = 100;

  /// The log of a section whose parts can be told apart: some hundred thousand edits.
  public static final int DIFFERENCE_LOG_MAX_BYTES = 64 * 1024 * 1024;

  /// Pairs that are looked at to align two lists; what differs in longer ones is taken for all new.
  public static final long ALIGNMENT_PAIRS_MAX = 4_000_000;

  /// Asks of one plan.
  public static final int ASKS_OF_PLAN_MAX = 300;

  /// Asks that somebody is shown as theirs.
  public static final int ASKS_OF_PARTNER_MAX = 100;

  /// Sections in one ask, and partners: a whole plan, and everybody at the table.
  public static final int SECTIONS_OF_ASK_MAX = 100;

  public static final int PARTNERS_OF_ASK_MAX = 60;

  /// Characters of the letter of an ask, and of an answer.
  public static final int LETTER_LENGTH_MAX = 5_000;

  public static final int ANSWER_LENGTH_MAX = 5_000;

  /// Characters of why something was done, or withdrawn.
  public static final int REASON_LENGTH_MAX = 2_000;

  /// How far ahead the date of an ask may lie.
  public static final int ASK_DAYS_MAX = 730;

  /// The least time between two reminders by hand.
  public static final int ASK_REMINDER_PAUSE_MS = 60 * 60 * 1000;

  /// Sign-offs of one section, those that were replaced included.
  public static final int SIGN_OFFS_OF_SECTION_MAX = 500;

  /// Fill-ins, and examples, of one section that are kept as rows.
  public static final int FILL_INS_OF_SECTION_MAX = 500;

  /// Characters kept of a fill-in's label, and of what was filled in.
  public static final int FILL_IN_EXCERPT_MAX = 200;

  /// Choices of a register that one fill-in holds.
  public static final int CHOICES_OF_FILL_IN_MAX = 200;

  /// How long what is written is gathered before the rows of its document follow.
  public static final long PROJECTION_DELAY_MS = 250;

  /// Documents that one question brings the rows of up to date at once.
  public static final int PROJECTIONS_AT_ONCE = 4;

  /// Texts that are read for their fill-ins at once.
  public static final int FILL_IN_READERS = 2;

  /// Lists of topics of one municipality, archived ones included, and versions of one list.
  public static final int TOPIC_LISTS_OF_MUNICIPALITY_MAX = 100;

  public static final int VERSIONS_OF_TOPIC_LIST_MAX = 500;

  /// What one list of topics holds: the model's list has 5 groups with 21 questions.
  public static final int GROUPS_OF_TOPIC_LIST_MAX = 30;

  public static final int QUESTIONS_OF_TOPIC_LIST_MAX = 120;

  public static final int PROBES_OF_QUESTION_MAX = 20;

  /// Characters of the title of a list or group, of a goal, of a question and of a probe.
  public static final int TOPIC_TITLE_LENGTH_MAX = 150;

  public static final int TOPIC_GOAL_LENGTH_MAX = 1_000;

  public static final int TOPIC_QUESTION_LENGTH_MAX = 500;

  public static final int PROBE_LENGTH_MAX = 300;

  /// Interviews of one plan.
  public static final int INTERVIEWS_OF_PLAN_MAX = 500;

  /// People who lead one interview, and as many who write along.
  public static final int PEOPLE_OF_INTERVIEW_MAX = 20;

  /// People in the core team of one plan.
  public static final int CORE_TEAM_MAX = 50;

  /// Figures at hand in one interview.
  public static final int FIGURES_OF_INTERVIEW_MAX = 50;

  /// Characters of the id of a list of topics.
  public static final int TOPIC_LIST_ID_MAX = 100;

  /// Characters of an organisation that is spoken with, and of what somebody does there.
  public static final int ORGANISATION_LENGTH_MAX = 200;

  /// Characters of where an interview is.
  public static final int INTERVIEW_PLACE_MAX = 300;

  /// Notes of one interview that may leave its document: a talk of two hours has some hundreds.
  public static final int NOTES_OF_INTERVIEW_MAX = 2_000;

  /// Characters kept of a note.
  public static final int NOTE_TEXT_MAX = 10_000;

  /// Questions that are added during one talk, and the characters of one.
  public static final int ADDED_QUESTIONS_MAX = 100;

  public static final int ADDED_QUESTION_MAX = 500;

  /// Interviews that are read for their notes at once.
  public static final int NOTE_READERS = 2;

  /// Characters of what whoever is spoken with is told of why.
  public static final int BASIS_TEXT_MAX = 5_000;

  /// Characters of the summary of a talk.
  public static final int SUMMARY_LENGTH_MAX = 20_000;

  /// Paragraphs of the summary of a talk.
  public static final int SUMMARY_PARAGRAPHS_MAX = 100;

  /// Characters of what is said of a summary, and of each of its paragraphs.
  public static final int SUMMARY_REMARK_MAX = 4_000;

  /// Figures of one plan, those taken away included.
  public static final int FIGURES_OF_PLAN_MAX = 1_000;

  /// Characters of what a figure counts, of its value, its unit and its source.
  public static final int FIGURE_LABEL_LENGTH_MAX = 200;

  public static final int FIGURE_VALUE_LENGTH_MAX = 40;

  public static final int FIGURE_UNIT_LENGTH_MAX = 60;

  public static final int FIGURE_SOURCE_LENGTH_MAX = 300;

  /// Findings, themes and codes of one plan.
  public static final int FINDINGS_OF_PLAN_MAX = 1_000;

  public static final int THEMES_OF_PLAN_MAX = 200;

  public static final int CODES_OF_PLAN_MAX = 300;

  /// Characters of a finding, and of what a theme or a code is about.
  public static final int FINDING_LENGTH_MAX = 2_000;

  public static final int DESCRIPTION_LENGTH_MAX = 2_000;

  /// Characters of a theme's title, and of a code's name.
  public static final int THEME_TITLE_LENGTH_MAX = 200;

  public static final int CODE_NAME_LENGTH_MAX = 100;

  /// Notes that one finding rests on, and codes of one note.
  public static final int NOTES_OF_FINDING_MAX = 200;

  public static final int CODES_OF_NOTE_MAX = 20;

  /// Claims of one plan that evidence stands behind, those included that were taken out again.
  public static final int EVIDENCE_OF_PLAN_MAX = 3_000;

  /// Characters of a claim that a report shows.
  public static final int CLAIM_EXCERPT_MAX = 200;

  /// Why a server ends something, in its own words.
  public static final int REASON_SIZE_MAX_BYTES = 1_000;

  private Limits() {}
}
