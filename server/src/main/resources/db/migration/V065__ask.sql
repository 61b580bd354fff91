-- What partners are asked about their sections, what they answer, what was done with what was said,
-- and who agreed to which text.

CREATE TABLE ask (
  id uuid PRIMARY KEY,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  letter text NOT NULL CHECK (char_length(letter) BETWEEN 1 AND 5000),
  due date NOT NULL,
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  closed_at timestamptz,
  -- When the coordinator last reminded by hand.
  reminded_at timestamptz
);

CREATE INDEX ask_of_plan ON ask (plan, at);
CREATE INDEX ask_by ON ask (by_member);

-- One partner asked about one section, with its answer.
CREATE TABLE ask_question (
  id uuid PRIMARY KEY,
  ask uuid NOT NULL REFERENCES ask (id) ON DELETE CASCADE,
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  partner uuid NOT NULL REFERENCES partner (id),
  verdict text CHECK (verdict IN ('agree', 'remarks', 'objection', 'not-ours')),
  text text NOT NULL DEFAULT '' CHECK (char_length(text) <= 5000),
  by_member uuid REFERENCES member (id),
  answered_at timestamptz,
  UNIQUE (ask, section, partner),
  CHECK ((verdict IS NULL) = (by_member IS NULL)),
  CHECK ((verdict IS NULL) = (answered_at IS NULL))
);

CREATE INDEX ask_question_section ON ask_question (section);
CREATE INDEX ask_question_partner ON ask_question (partner);
CREATE INDEX ask_question_by ON ask_question (by_member) WHERE by_member IS NOT NULL;

-- What was done with an answer, a thread or a suggestion, and why.
CREATE TABLE disposition (
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('answer', 'thread', 'suggestion')),
  subject uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('adopted', 'partly', 'not-adopted', 'noted')),
  reason text NOT NULL CHECK (char_length(reason) <= 2000),
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (kind, subject)
);

CREATE INDEX disposition_section ON disposition (section);
CREATE INDEX disposition_by ON disposition (by_member);

-- Agreement of an organisation with a text: never changed, only replaced or withdrawn.
CREATE TABLE sign_off (
  id uuid PRIMARY KEY,
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  partner uuid NOT NULL REFERENCES partner (id),
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  seq bigint NOT NULL,
  -- Of the canonical JSON of the section's tree at that seq.
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  -- The version that was named at that seq, if one was.
  version integer,
  -- A later one of the same partner stands in its place.
  replaced_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid REFERENCES member (id),
  reason text NOT NULL DEFAULT '' CHECK (char_length(reason) <= 2000),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);

CREATE UNIQUE INDEX sign_off_one ON sign_off (section, partner)
  WHERE replaced_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX sign_off_section ON sign_off (section, at);
CREATE INDEX sign_off_partner ON sign_off (partner);
CREATE INDEX sign_off_by ON sign_off (by_member);
CREATE INDEX sign_off_withdrawn_by ON sign_off (withdrawn_by) WHERE withdrawn_by IS NOT NULL;
