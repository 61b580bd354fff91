-- What stands in documents of fill-ins and examples, as rows: the text is the truth, these follow
-- each commit. And who fills a place in by when, of which the text knows nothing.

-- Up to which seq of its document a section's rows are.
CREATE TABLE fill_in_read (
  section uuid PRIMARY KEY REFERENCES section (id) ON DELETE CASCADE,
  seq bigint NOT NULL
);

CREATE TABLE fill_in (
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  -- As the document has it; a copy that shares its id has a sign behind it.
  id text NOT NULL CHECK (char_length(id) BETWEEN 1 AND 120),
  position integer NOT NULL,
  -- The fill-in around it.
  parent text,
  kind text NOT NULL,
  label text NOT NULL CHECK (char_length(label) <= 300),
  unit text CHECK (char_length(unit) <= 100),
  -- The view of a register that offers its answers.
  register text CHECK (char_length(register) <= 100),
  -- Resolved: it was filled, and is plain text now.
  state text NOT NULL CHECK (state IN ('open', 'filled', 'resolved')),
  value text NOT NULL CHECK (char_length(value) <= 300),
  -- What was chosen of the register, by the ids of its entries.
  entries text[] NOT NULL,
  PRIMARY KEY (section, id)
);

CREATE TABLE example (
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  id text NOT NULL CHECK (char_length(id) BETWEEN 1 AND 120),
  position integer NOT NULL,
  decision text NOT NULL CHECK (decision IN ('open', 'keep', 'adapt', 'drop')),
  -- Who decided, and when; empty while nobody did, and where the log does not tell.
  decided_by uuid REFERENCES member (id),
  decided_at timestamptz,
  value text NOT NULL CHECK (char_length(value) <= 300),
  PRIMARY KEY (section, id)
);

CREATE INDEX example_decided_by ON example (decided_by) WHERE decided_by IS NOT NULL;

CREATE TABLE fill_in_owner (
  id uuid PRIMARY KEY,
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  fill_in text NOT NULL CHECK (char_length(fill_in) BETWEEN 1 AND 120),
  partner uuid REFERENCES partner (id),
  -- One of that partner's people; empty for all of them.
  member uuid REFERENCES member (id),
  due date,
  asked_by uuid NOT NULL REFERENCES member (id),
  asked_at timestamptz NOT NULL,
  UNIQUE (section, fill_in),
  CHECK (member IS NULL OR partner IS NOT NULL),
  CHECK (partner IS NOT NULL OR due IS NOT NULL)
);

CREATE INDEX fill_in_owner_member ON fill_in_owner (member) WHERE member IS NOT NULL;
CREATE INDEX fill_in_owner_partner ON fill_in_owner (partner) WHERE partner IS NOT NULL;
CREATE INDEX fill_in_owner_asked_by ON fill_in_owner (asked_by);
