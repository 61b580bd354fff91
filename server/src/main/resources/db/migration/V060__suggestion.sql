-- Changes that wait for a yes.

CREATE TABLE suggestion (
  id uuid PRIMARY KEY,
  -- In which order they came, also within one millisecond.
  number bigint GENERATED ALWAYS AS IDENTITY,
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  -- Yjs update v1 against the section's document, under client ids that nobody else has.
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 40000),
  kind text NOT NULL CHECK (
    kind IN ('wording', 'insertion', 'removal', 'format', 'block', 'table')),
  -- What it takes away and what it brings, as it was when it was made, perhaps cut.
  struck text NOT NULL CHECK (char_length(struck) <= 2000),
  added text NOT NULL CHECK (char_length(added) <= 2000),
  reason text NOT NULL CHECK (char_length(reason) <= 1000),
  seq bigint NOT NULL,
  by_member uuid NOT NULL REFERENCES member (id),
  partner uuid NOT NULL REFERENCES partner (id),
  at timestamptz NOT NULL,
  -- Between open and accepted: somebody said yes, and the text may or may not hold it already.
  state text NOT NULL CHECK (state IN ('open', 'accepting', 'accepted', 'declined')),
  decided_by uuid REFERENCES member (id),
  decided_partner uuid REFERENCES partner (id),
  decided_at timestamptz,
  -- Why it was declined.
  decision text NOT NULL DEFAULT '' CHECK (char_length(decision) <= 1000),
  CHECK ((decided_by IS NULL) = (state = 'open')),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_partner IS NULL)),
  CHECK (state <> 'declined' OR decision <> '')
);

CREATE INDEX suggestion_of_section ON suggestion (section, number);
CREATE INDEX suggestion_by ON suggestion (by_member);
CREATE INDEX suggestion_decided_by ON suggestion (decided_by) WHERE decided_by IS NOT NULL;

DROP FUNCTION append_updates(uuid[], uuid[], uuid[], bytea[]);

-- Appends one flush: one row per document and author, in the order given, in the caller's
-- transaction. Answers each row, in order, with the author's level and the seq it got; seq is null
-- where the level is below 3, and the other rows are stored all the same. A proposer is who
-- suggested what the author accepted; only the author needs a right.
--
-- The documents are locked first, in the order of their ids, so that two nodes never wait for each
-- other. Access is read by the second statement, which in READ COMMITTED sees what was committed
-- while the first one waited: one statement alone would read rights from before its wait.
CREATE FUNCTION append_updates(
  documents uuid[], authors uuid[], organisations uuid[], proposers uuid[], updates bytea[]
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
    FROM unnest(documents, authors, organisations, proposers, updates) WITH ORDINALITY
      AS w (document, author, organisation, on_behalf_of, bytes, ordinal)
  ), decided AS (
    SELECT w.*, d.seq AS head, document_level(w.document, w.organisation, w.author) AS level
    FROM wanted w LEFT JOIN document d ON d.id = w.document
  ), numbered AS (
    SELECT d.*, d.head + row_number() OVER (PARTITION BY d.document ORDER BY d.ordinal) AS next
    FROM decided d
    WHERE d.level >= 3
  ), stored AS (
    INSERT INTO document_update (document, seq, bytes, author, organisation, on_behalf_of)
    SELECT n.document, n.next, n.bytes, n.author, n.organisation, n.on_behalf_of FROM numbered n
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
