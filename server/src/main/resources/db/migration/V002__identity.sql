-- People: who belongs to which organisation of which municipality, and who is signed in.

CREATE TABLE municipality (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  -- Invented, with a known password: nobody signs in to it unless demonstration mode is on.
  demonstration boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX municipality_one_demonstration ON municipality (demonstration)
  WHERE demonstration;

CREATE TABLE partner (
  id uuid PRIMARY KEY,
  municipality uuid NOT NULL REFERENCES municipality (id),
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]{0,49}$'),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  badge text NOT NULL CHECK (char_length(badge) = 2),
  colour smallint NOT NULL CHECK (colour BETWEEN 0 AND 15),
  created_at timestamptz NOT NULL,
  -- Lets what refers to a partner prove that it is of the same municipality.
  UNIQUE (municipality, id)
);

CREATE TABLE member (
  id uuid PRIMARY KEY,
  municipality uuid NOT NULL,
  partner uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  -- Lower case, so that addresses that differ in case are one person.
  email text NOT NULL CHECK (email !~ '[A-Z]' AND char_length(email) BETWEEN 3 AND 254),
  -- Argon2id in the PHC string format; null where a person has no password.
  password_hash text CHECK (char_length(password_hash) <= 300),
  administrator boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  FOREIGN KEY (municipality, partner) REFERENCES partner (municipality, id),
  UNIQUE (municipality, email)
);

CREATE INDEX member_email ON member (email);
CREATE INDEX member_partner ON member (municipality, partner);

-- The token itself is only with its bearer.
CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  member uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);

CREATE INDEX session_member ON session (member, created_at);
CREATE INDEX session_seen ON session (seen_at);

-- One-time links with which the first administrator is made.
CREATE TABLE administrator_link (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  expires_at timestamptz NOT NULL
);
