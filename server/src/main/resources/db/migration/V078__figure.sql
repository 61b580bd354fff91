-- Figures to have at hand in talks and while writing, with their source and year.

CREATE TABLE figure (
  id uuid PRIMARY KEY,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  -- Rises with each change: what a change is based on.
  version bigint NOT NULL,
  label text NOT NULL CHECK (char_length(label) BETWEEN 1 AND 200),
  -- As people write it: 12,4.
  value text NOT NULL CHECK (char_length(value) BETWEEN 1 AND 40),
  unit text NOT NULL CHECK (char_length(unit) <= 60),
  source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 300),
  year smallint NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  -- Null where it belongs to the plan as a whole.
  section uuid REFERENCES section (id) ON DELETE CASCADE,
  -- The id of a question of a list of topics; empty for none.
  question text NOT NULL CHECK (question ~ '^[a-z0-9-]{0,50}$'),
  by_member uuid NOT NULL REFERENCES member (id),
  partner uuid NOT NULL REFERENCES partner (id),
  at timestamptz NOT NULL,
  removed boolean NOT NULL
);

CREATE INDEX figure_of_plan ON figure (plan, at);
CREATE INDEX figure_section ON figure (section) WHERE section IS NOT NULL;
CREATE INDEX figure_by ON figure (by_member);
CREATE INDEX figure_partner ON figure (partner);
