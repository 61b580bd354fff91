-- What members are told.

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  municipality uuid NOT NULL REFERENCES municipality (id),
  member uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind ~ '^[A-Z_]{1,40}$'),
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  section uuid REFERENCES section (id) ON DELETE CASCADE,
  -- What it is about, such as a thread. No words of anybody: they are looked up when it is read.
  subject uuid,
  -- Who did it; empty where the clock did, or the person is gone.
  by_member uuid,
  at timestamptz NOT NULL
);

CREATE INDEX notice_of_member ON notice (member, at DESC);
CREATE INDEX notice_of_section ON notice (section);
CREATE INDEX notice_of_plan ON notice (plan);
