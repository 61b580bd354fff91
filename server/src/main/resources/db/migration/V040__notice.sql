-- What members are told, and what runs by the clock.

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  municipality uuid NOT NULL REFERENCES municipality (id),
  member uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind ~ '^[A-Z_]{1,40}$'),
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  section uuid REFERENCES section (id) ON DELETE CASCADE,
  -- The thread, suggestion, ask or fill-in it is about.
  subject uuid,
  -- Who did it; empty where the clock did, or the person is gone.
  by_member uuid,
  -- A short quotation, without names.
  text text NOT NULL CHECK (char_length(text) <= 300),
  at timestamptz NOT NULL,
  seen_at timestamptz,
  mailed_at timestamptz
);

CREATE INDEX notice_of_member ON notice (member, at DESC);
CREATE INDEX notice_of_section ON notice (section);
CREATE INDEX notice_of_plan ON notice (plan);

-- One row for each wish; whoever runs it holds the row's lock.
CREATE TABLE due (
  kind text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 50),
  subject uuid NOT NULL,
  due_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, subject)
);

CREATE INDEX due_at ON due (due_at);
