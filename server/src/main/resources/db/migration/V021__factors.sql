-- What a person proves themselves with beside, or instead of, a password.

ALTER TABLE municipality ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false;

CREATE TABLE totp (
  member uuid PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
  -- Sealed with a key that is not in this database.
  secret bytea NOT NULL CHECK (octet_length(secret) BETWEEN 32 AND 200),
  -- Null while it is being set up: then it opens nothing.
  confirmed_at timestamptz,
  -- A code of this step of 30 seconds, or of an earlier one, is not taken any more.
  last_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE recovery_code (
  member uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32),
  PRIMARY KEY (member, code_hash)
);

CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  member uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  -- As the authenticator calls it, in base64url.
  credential text NOT NULL UNIQUE CHECK (char_length(credential) BETWEEN 1 AND 1400),
  -- COSE, in base64url.
  public_key text NOT NULL CHECK (char_length(public_key) BETWEEN 1 AND 4000),
  -- How often it signed, where it counts; 0 where it does not.
  counter bigint NOT NULL,
  aaguid text NOT NULL CHECK (char_length(aaguid) <= 40),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
  created_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX passkey_member ON passkey (member, created_at);

-- What was asked of a browser and has no answer yet: taken away by the first answer.
CREATE TABLE pending (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('passkey-sign-in', 'passkey-new', 'provider')),
  -- Whose answer it must be; null where nobody is known yet.
  member uuid REFERENCES member (id) ON DELETE CASCADE,
  -- What must be remembered until then, sealed; empty where nothing.
  content bytea NOT NULL CHECK (octet_length(content) <= 4000),
  expires_at timestamptz NOT NULL
);

CREATE INDEX pending_expires ON pending (expires_at);
