-- Who may say to a municipality who somebody is.

CREATE TABLE identity_provider (
  id uuid PRIMARY KEY,
  municipality uuid NOT NULL REFERENCES municipality (id) ON DELETE CASCADE,
  -- On the button for signing in.
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  issuer text NOT NULL CHECK (char_length(issuer) BETWEEN 1 AND 500),
  client_id text NOT NULL CHECK (char_length(client_id) BETWEEN 1 AND 200),
  -- How surely it must know a person: any one of these words, with spaces between.
  acr_values text NOT NULL CHECK (char_length(acr_values) BETWEEN 1 AND 1000),
  -- Our key, sealed with one that is not in this database, and its public half.
  client_key bytea NOT NULL CHECK (octet_length(client_key) <= 8000),
  public_keys text NOT NULL CHECK (char_length(public_keys) <= 4000),
  created_at timestamptz NOT NULL,
  UNIQUE (municipality, issuer, client_id)
);

-- By which the provider knows a member, from their first time on.
CREATE TABLE provider_subject (
  provider uuid NOT NULL REFERENCES identity_provider (id) ON DELETE CASCADE,
  subject text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 255),
  member uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  PRIMARY KEY (provider, subject),
  UNIQUE (provider, member)
);
