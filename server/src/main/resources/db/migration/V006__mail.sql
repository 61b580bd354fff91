-- Mails that are to be sent: written in the transaction of what they tell of, so that neither is
-- without the other, and taken from here by whoever sends.

CREATE TABLE mail (
  id uuid PRIMARY KEY,
  municipality uuid NOT NULL REFERENCES municipality (id) ON DELETE CASCADE,
  recipient text NOT NULL CHECK (char_length(recipient) BETWEEN 3 AND 254),
  subject text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 200),
  -- Plain text.
  body text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 20000),
  created_at timestamptz NOT NULL,
  -- Not before this moment: moved on after each failure.
  due_at timestamptz NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  -- Null while it waits. A mail that was given up has attempts, but no moment.
  sent_at timestamptz,
  given_up boolean NOT NULL DEFAULT false
);

CREATE INDEX mail_due ON mail (due_at) WHERE sent_at IS NULL AND NOT given_up;
CREATE INDEX mail_of_municipality ON mail (municipality, created_at);
