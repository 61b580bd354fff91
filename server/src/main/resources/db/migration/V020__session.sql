-- What a person must know of their sessions to end the one they do not recognise.

ALTER TABLE session
  -- Names the session to its owner; opens nothing.
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  -- How it was opened.
  ADD COLUMN kind text NOT NULL DEFAULT 'password'
    CHECK (kind IN ('password', 'second-factor', 'passkey', 'provider', 'link')),
  -- It ends at this moment at the latest.
  ADD COLUMN expires_at timestamptz,
  -- The browser in a few words of ours, such as "Firefox, Windows"; empty where it is none.
  ADD COLUMN described text NOT NULL DEFAULT '' CHECK (char_length(described) <= 60);

UPDATE session SET expires_at = created_at + interval '1 day';

ALTER TABLE session ALTER COLUMN expires_at SET NOT NULL;

CREATE UNIQUE INDEX session_id ON session (id);
