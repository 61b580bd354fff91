-- What people say about sections, beside their text.

CREATE TABLE thread (
  id uuid PRIMARY KEY,
  -- In which order they came, also within one millisecond.
  number bigint GENERATED ALWAYS AS IDENTITY,
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  -- Yjs relative positions; both empty for a thread about the section as a whole.
  anchor_from bytea CHECK (octet_length(anchor_from) <= 1000),
  anchor_to bytea CHECK (octet_length(anchor_to) <= 1000),
  -- The words it was about when it began.
  quote text NOT NULL CHECK (char_length(quote) <= 1000),
  seq bigint NOT NULL,
  by_member uuid NOT NULL REFERENCES member (id),
  partner uuid NOT NULL REFERENCES partner (id),
  at timestamptz NOT NULL,
  resolved_by uuid REFERENCES member (id),
  resolved_at timestamptz,
  CHECK ((anchor_from IS NULL) = (anchor_to IS NULL)),
  CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
);

CREATE INDEX thread_of_section ON thread (section, number);
CREATE INDEX thread_by ON thread (by_member);
CREATE INDEX thread_resolved_by ON thread (resolved_by) WHERE resolved_by IS NOT NULL;

CREATE TABLE comment (
  id uuid PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY,
  thread uuid NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
  by_member uuid NOT NULL REFERENCES member (id),
  partner uuid NOT NULL REFERENCES partner (id),
  -- Empty once it is removed.
  text text NOT NULL CHECK (char_length(text) <= 5000),
  mentions uuid[] NOT NULL,
  at timestamptz NOT NULL,
  edited_at timestamptz,
  removed_at timestamptz,
  CHECK (removed_at IS NULL OR text = '')
);

CREATE INDEX comment_of_thread ON comment (thread, number);
CREATE INDEX comment_by ON comment (by_member);
