-- What interviews taught: findings with the notes that they rest on, themes, codes, and the
-- evidence behind claims in texts. Notes are named by their ids only, which outlive them nowhere:
-- what is withdrawn leaves a number.

CREATE TABLE theme (
  id uuid PRIMARY KEY,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  number bigint GENERATED ALWAYS AS IDENTITY,
  version bigint NOT NULL DEFAULT 1,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  description text NOT NULL CHECK (char_length(description) <= 2000)
);

CREATE INDEX theme_of_plan ON theme (plan, number);

CREATE TABLE finding (
  id uuid PRIMARY KEY,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  number bigint GENERATED ALWAYS AS IDENTITY,
  version bigint NOT NULL DEFAULT 1,
  text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 2000),
  theme uuid REFERENCES theme (id) ON DELETE SET NULL,
  -- How many notes it rested on that were withdrawn for good.
  withdrawn integer NOT NULL DEFAULT 0 CHECK (withdrawn >= 0),
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  changed_at timestamptz
);

CREATE INDEX finding_of_plan ON finding (plan, number);
CREATE INDEX finding_of_theme ON finding (theme) WHERE theme IS NOT NULL;
CREATE INDEX finding_by ON finding (by_member);

CREATE TABLE finding_note (
  finding uuid NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  note uuid NOT NULL,
  PRIMARY KEY (finding, note)
);

CREATE INDEX finding_note_note ON finding_note (note);

CREATE TABLE code (
  id uuid PRIMARY KEY,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  version bigint NOT NULL DEFAULT 1,
  -- A code without a parent.
  parent uuid REFERENCES code (id),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  description text NOT NULL CHECK (char_length(description) <= 2000),
  CHECK (parent <> id)
);

CREATE INDEX code_of_plan ON code (plan);
CREATE INDEX code_parent ON code (parent) WHERE parent IS NOT NULL;

CREATE TABLE note_code (
  note uuid NOT NULL,
  code uuid NOT NULL REFERENCES code (id) ON DELETE CASCADE,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (note, code)
);

CREATE INDEX note_code_code ON note_code (code);
CREATE INDEX note_code_plan ON note_code (plan);
CREATE INDEX note_code_by ON note_code (by_member);

-- What a chip in a text stands for. It stays when the chip is taken out: undo brings it back.
CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  number bigint GENERATED ALWAYS AS IDENTITY,
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  finding uuid REFERENCES finding (id) ON DELETE CASCADE,
  theme uuid REFERENCES theme (id) ON DELETE CASCADE,
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  CHECK ((finding IS NULL) <> (theme IS NULL))
);

CREATE INDEX evidence_of_plan ON evidence (plan, number);
CREATE INDEX evidence_section ON evidence (section);
CREATE INDEX evidence_finding ON evidence (finding) WHERE finding IS NOT NULL;
CREATE INDEX evidence_theme ON evidence (theme) WHERE theme IS NOT NULL;
CREATE INDEX evidence_by ON evidence (by_member);
