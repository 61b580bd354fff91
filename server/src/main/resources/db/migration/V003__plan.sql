-- Plans and the outline of their sections. The text of a section is its document.

CREATE TABLE plan (
  id uuid PRIMARY KEY,
  municipality uuid NOT NULL REFERENCES municipality (id),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  -- The model plan it was made from, as config/ calls it.
  template text NOT NULL,
  -- Made at the first start of a demonstration, once.
  demonstration boolean NOT NULL DEFAULT false,
  created_by uuid NOT NULL REFERENCES member (id),
  created_at timestamptz NOT NULL
);

CREATE INDEX plan_municipality ON plan (municipality, created_at);
CREATE UNIQUE INDEX plan_one_demonstration ON plan (municipality) WHERE demonstration;

CREATE TABLE section (
  id uuid PRIMARY KEY,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  -- From 0, in reading order, without gaps.
  position integer NOT NULL CHECK (position >= 0),
  -- Stable: what cross-references name. Numbers may change, keys do not.
  key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 100),
  number text NOT NULL CHECK (char_length(number) <= 20),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  -- 0 front matter, 1 part, 2 section, 3 annex.
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
  document uuid NOT NULL UNIQUE REFERENCES document (id),
  status text NOT NULL DEFAULT 'todo'
    CHECK (status IN ('todo', 'draft', 'review', 'agreed', 'fixed')),
  UNIQUE (plan, key),
  -- Checked at the end of a statement, so that one statement can move the rest down.
  UNIQUE (plan, position) DEFERRABLE INITIALLY IMMEDIATE
);
