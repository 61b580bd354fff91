-- Notes that may leave an interview's document, as rows: the document is the truth, these follow
-- each commit. What is not for use has no row.

-- Up to which seq of its document an interview's rows are.
CREATE TABLE note_read (
  interview uuid PRIMARY KEY REFERENCES interview (id) ON DELETE CASCADE,
  seq bigint NOT NULL
);

CREATE TABLE note (
  interview uuid NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  -- As the document has it.
  id uuid NOT NULL,
  -- The question it hangs on; `general` for none.
  question text NOT NULL CHECK (char_length(question) BETWEEN 1 AND 100),
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('quote', 'paraphrase', 'observation')),
  confidentiality text NOT NULL CHECK (confidentiality IN ('open', 'core')),
  marks text[] NOT NULL,
  text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 10000),
  PRIMARY KEY (interview, id)
);

CREATE INDEX note_id ON note (id);

-- Questions that were added during a talk.
CREATE TABLE note_question (
  interview uuid NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  id text NOT NULL CHECK (char_length(id) BETWEEN 1 AND 100),
  text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 500),
  question_group text NOT NULL CHECK (char_length(question_group) <= 100),
  after text NOT NULL CHECK (char_length(after) <= 100),
  PRIMARY KEY (interview, id)
);
