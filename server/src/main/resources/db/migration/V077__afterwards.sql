-- After a talk: why it may be kept, the summary that goes back to whoever was spoken with, and what
-- was erased.

CREATE TABLE interview_basis (
  interview uuid PRIMARY KEY REFERENCES interview (id) ON DELETE CASCADE,
  version bigint NOT NULL CHECK (version > 0),
  -- An id of config/interviews.yaml.
  basis text NOT NULL CHECK (basis ~ '^[a-z][a-z-]{0,49}$'),
  -- What they were told, as it was said.
  shown text NOT NULL CHECK (char_length(shown) BETWEEN 1 AND 5000),
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL
);

CREATE INDEX interview_basis_by ON interview_basis (by_member);

CREATE TABLE interview_summary (
  interview uuid PRIMARY KEY REFERENCES interview (id) ON DELETE CASCADE,
  version bigint NOT NULL CHECK (version > 0),
  paragraphs text[] NOT NULL CHECK (cardinality(paragraphs) BETWEEN 1 AND 100),
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  -- Null while nobody was sent it as it is now.
  sent_at timestamptz,
  correct_until timestamptz,
  answered_at timestamptz,
  agrees boolean,
  remark text CHECK (char_length(remark) <= 4000),
  -- One for each paragraph, empty where it is right.
  corrections text[],
  CHECK ((sent_at IS NULL) = (correct_until IS NULL)),
  CHECK (num_nulls(answered_at, agrees, remark, corrections) IN (0, 4))
);

CREATE INDEX interview_summary_by ON interview_summary (by_member);

-- The personal link to a summary; of its token only the hash.
CREATE TABLE summary_link (
  interview uuid PRIMARY KEY REFERENCES interview_summary (interview) ON DELETE CASCADE,
  token bytea NOT NULL UNIQUE CHECK (octet_length(token) = 32),
  expires_at timestamptz NOT NULL
);

-- What of an interview was erased, and when.
CREATE TABLE interview_erased (
  interview uuid NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  kept text NOT NULL CHECK (kept IN ('name', 'notes', 'summary')),
  at timestamptz NOT NULL,
  PRIMARY KEY (interview, kept)
);

-- What is due is looked at when an interview is made, begins, ends or is opened again.
CREATE FUNCTION interview_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO due (kind, subject, due_at) VALUES (
    'interview-retention', NEW.id,
    greatest(NEW.created_at, NEW.started_at, NEW.closed_at, NEW.erased_at))
  ON CONFLICT (kind, subject)
    DO UPDATE SET due_at = excluded.due_at, tries = 0, given_up_at = NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER interview_due_new AFTER INSERT ON interview
  FOR EACH ROW EXECUTE FUNCTION interview_due();
CREATE TRIGGER interview_due_moved AFTER UPDATE OF state ON interview
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION interview_due();

INSERT INTO due (kind, subject, due_at) SELECT 'interview-retention', id, created_at FROM interview
  ON CONFLICT (kind, subject) DO NOTHING;

-- A person who is kept anew is erased anew.
CREATE FUNCTION respondent_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM interview_erased WHERE interview = NEW.interview AND kept = 'name';
  IF FOUND THEN
    INSERT INTO due (kind, subject, due_at)
    VALUES ('interview-retention', NEW.interview, clock_timestamp())
    ON CONFLICT (kind, subject)
      DO UPDATE SET due_at = excluded.due_at, tries = 0, given_up_at = NULL;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER respondent_due AFTER INSERT OR UPDATE ON respondent
  FOR EACH ROW EXECUTE FUNCTION respondent_due();

-- The planner keeps samples of values, which would outlive their rows; of words it needs none.
ALTER TABLE respondent
  ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE interview
  ALTER COLUMN function SET STATISTICS 0, ALTER COLUMN place SET STATISTICS 0;
ALTER TABLE interview_summary
  ALTER COLUMN paragraphs SET STATISTICS 0, ALTER COLUMN remark SET STATISTICS 0,
  ALTER COLUMN corrections SET STATISTICS 0;
ALTER TABLE note ALTER COLUMN text SET STATISTICS 0;
ALTER TABLE note_question ALTER COLUMN text SET STATISTICS 0;
ALTER TABLE document_update ALTER COLUMN bytes SET STATISTICS 0;
ALTER TABLE document_snapshot ALTER COLUMN bytes SET STATISTICS 0;
ALTER TABLE mail
  ALTER COLUMN recipient SET STATISTICS 0, ALTER COLUMN subject SET STATISTICS 0,
  ALTER COLUMN body SET STATISTICS 0;
