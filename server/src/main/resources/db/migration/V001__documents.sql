-- Documents: what was written (the log), where reading it may begin (snapshots), and who may.

CREATE TABLE document (
  id uuid PRIMARY KEY,
  -- Changes when the content is made anew: a client with another one starts afresh.
  generation uuid NOT NULL DEFAULT gen_random_uuid(),
  -- The seq of the last update. Whoever appends holds this row's lock, so seq has no gaps.
  seq bigint NOT NULL DEFAULT 0 CHECK (seq >= 0),
  -- Rises with every change of rights, so that a node can see that it missed one.
  rights_epoch bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 70);

CREATE TABLE document_update (
  document uuid NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  seq bigint NOT NULL CHECK (seq > 0),
  -- Yjs update v1: all that one author sent in one flush.
  bytes bytea NOT NULL,
  -- Member and partner; both empty where the server wrote by itself. Names are looked up.
  author uuid,
  organisation uuid,
  on_behalf_of uuid,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (document, seq),
  CHECK ((author IS NULL) = (organisation IS NULL))
);

-- The newest state that was written down whole; reading begins here and goes on with the log.
CREATE TABLE document_snapshot (
  document uuid PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  generation uuid NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  -- Yjs update v1 that holds everything up to and with seq.
  bytes bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Either a partner's or one member's level: 0 none, 1 read, 2 comment, 3 write. The highest wins.
CREATE TABLE document_access (
  document uuid NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  partner uuid,
  member uuid,
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
  CHECK (num_nonnulls(partner, member) = 1)
);

CREATE UNIQUE INDEX document_access_partner ON document_access (document, partner)
  WHERE partner IS NOT NULL;
CREATE UNIQUE INDEX document_access_member ON document_access (document, member)
  WHERE member IS NOT NULL;
CREATE INDEX document_access_of_partner ON document_access (partner) WHERE partner IS NOT NULL;
CREATE INDEX document_access_of_member ON document_access (member) WHERE member IS NOT NULL;

-- What an author may do in a document at this moment; 0 where there is no such document.
CREATE FUNCTION document_level(the_document uuid, the_partner uuid, the_member uuid)
RETURNS smallint LANGUAGE sql STABLE AS $$
  SELECT coalesce(max(level), 0::smallint)
  FROM document_access
  WHERE document = the_document AND (partner = the_partner OR member = the_member)
$$;

-- Appends one flush: one row per document and author, in the order given, in the caller's
-- transaction. Answers each row, in order, with the author's level and the seq it got; seq is null
-- where the level is below 3, and the other rows are stored all the same.
--
-- The documents are locked first, in the order of their ids, so that two nodes never wait for each
-- other. Access is read by the second statement, which in READ COMMITTED sees what was committed
-- while the first one waited: one statement alone would read rights from before its wait.
CREATE FUNCTION append_updates(
  documents uuid[], authors uuid[], organisations uuid[], updates bytea[]
)
RETURNS TABLE (ordinal bigint, author_level smallint, stored_seq bigint)
LANGUAGE plpgsql VOLATILE
SET lock_timeout = '3s'
AS $$
BEGIN
  PERFORM 1 FROM document d WHERE d.id = ANY (documents) ORDER BY d.id FOR UPDATE;
  RETURN QUERY
  WITH wanted AS (
    SELECT w.*
    FROM unnest(documents, authors, organisations, updates) WITH ORDINALITY
      AS w (document, author, organisation, bytes, ordinal)
  ), decided AS (
    SELECT w.*, d.seq AS head, document_level(w.document, w.organisation, w.author) AS level
    FROM wanted w LEFT JOIN document d ON d.id = w.document
  ), numbered AS (
    SELECT d.*, d.head + row_number() OVER (PARTITION BY d.document ORDER BY d.ordinal) AS next
    FROM decided d
    WHERE d.level >= 3
  ), stored AS (
    INSERT INTO document_update (document, seq, bytes, author, organisation)
    SELECT n.document, n.next, n.bytes, n.author, n.organisation FROM numbered n
  ), moved AS (
    UPDATE document d SET seq = n.last
    FROM (SELECT m.document, max(m.next) AS last FROM numbered m GROUP BY m.document) n
    WHERE d.id = n.document
  )
  SELECT d.ordinal, d.level, n.next
  FROM decided d LEFT JOIN numbered n ON n.ordinal = d.ordinal
  ORDER BY d.ordinal;
END
$$;
