-- Interviews: who is spoken to about what, by whom, and who may see what was said. The notes are
-- the interview's document.

-- Whoever may open every interview of a plan. Who made the plan begins it.
CREATE TABLE core_team (
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  member uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  added_by uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (plan, member)
);

CREATE INDEX core_team_member ON core_team (member);
CREATE INDEX core_team_added_by ON core_team (added_by);

INSERT INTO core_team (plan, member, added_by) SELECT id, created_by, created_by FROM plan;

CREATE FUNCTION core_team_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO core_team (plan, member, added_by) VALUES (NEW.id, NEW.created_by, NEW.created_by);
  RETURN NULL;
END
$$;

CREATE TRIGGER core_team_begins AFTER INSERT ON plan
  FOR EACH ROW EXECUTE FUNCTION core_team_begins();

CREATE TABLE interview (
  id uuid PRIMARY KEY,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  -- Null once it was erased.
  document uuid UNIQUE REFERENCES document (id),
  -- Rises with each change of this row: what a change is based on.
  version bigint NOT NULL DEFAULT 1,
  -- Whom they speak for: an organisation and a function, no person.
  organisation text NOT NULL CHECK (char_length(organisation) BETWEEN 1 AND 200),
  partner uuid REFERENCES partner (id),
  -- An id of config/registers/partner-kinds.yaml.
  partner_kind text NOT NULL CHECK (partner_kind ~ '^[a-z][a-z-]{0,49}$'),
  function text NOT NULL DEFAULT '' CHECK (char_length(function) <= 200),
  -- Where, or by which call; empty while it is not known.
  place text NOT NULL DEFAULT '' CHECK (char_length(place) <= 300),
  at timestamptz,
  minutes smallint NOT NULL DEFAULT 60 CHECK (minutes BETWEEN 5 AND 600),
  state text NOT NULL DEFAULT 'planned'
    CHECK (state IN ('planned', 'running', 'closed', 'cancelled', 'erased')),
  -- The list of topics it began with, which it keeps: its id, its version and its content.
  list text NOT NULL CHECK (char_length(list) BETWEEN 1 AND 100),
  list_version integer NOT NULL CHECK (list_version > 0),
  topics jsonb NOT NULL,
  -- Whether the closed coffeeshop chain experiment runs there.
  experiment boolean NOT NULL DEFAULT false,
  -- Figures at hand during the talk.
  figures uuid[] NOT NULL DEFAULT '{}',
  -- What a new note has.
  confidentiality text NOT NULL DEFAULT 'core'
    CHECK (confidentiality IN ('open', 'core', 'unusable')),
  created_by uuid NOT NULL REFERENCES member (id),
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  closed_at timestamptz,
  erased_at timestamptz,
  CHECK ((state = 'erased') = (erased_at IS NOT NULL)),
  CHECK ((state = 'erased') = (document IS NULL))
);

CREATE INDEX interview_of_plan ON interview (plan, at);
CREATE INDEX interview_partner ON interview (partner) WHERE partner IS NOT NULL;
CREATE INDEX interview_created_by ON interview (created_by);

-- Who leads the talk and who writes along.
CREATE TABLE interview_member (
  interview uuid NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  member uuid NOT NULL REFERENCES member (id),
  part text NOT NULL CHECK (part IN ('interviewer', 'note-taker')),
  PRIMARY KEY (interview, member)
);

CREATE INDEX interview_member_member ON interview_member (member);

-- The person, only where that is needed: kept apart, and erased first.
CREATE TABLE respondent (
  interview uuid PRIMARY KEY REFERENCES interview (id) ON DELETE CASCADE,
  name text NOT NULL DEFAULT '' CHECK (char_length(name) <= 200),
  email text NOT NULL DEFAULT '' CHECK (email !~ '[A-Z]' AND char_length(email) <= 254)
);
