-- People and partners that come and go: who may do what with them, how they are invited, and what
-- stays of them when they have left.

ALTER TABLE member
  -- May make further municipalities: the first administrator of the installation.
  ADD COLUMN operator boolean NOT NULL DEFAULT false,
  -- The partner's contact person: invites and removes their own colleagues.
  ADD COLUMN contact boolean NOT NULL DEFAULT false,
  -- Who left keeps the row, because history names its id. The address goes at once, the name when
  -- it is erased.
  ADD COLUMN removed_at timestamptz,
  ALTER COLUMN name DROP NOT NULL,
  ALTER COLUMN email DROP NOT NULL,
  ADD CONSTRAINT member_present
    CHECK (removed_at IS NOT NULL OR (name IS NOT NULL AND email IS NOT NULL));

-- Until now each partner had the one person that it was made with.
UPDATE member SET contact = true;
UPDATE member SET operator = true
  WHERE administrator
    AND municipality IN (SELECT id FROM municipality WHERE demonstration);
UPDATE member SET operator = true
  WHERE id = (
    SELECT m.id FROM member m JOIN municipality g ON g.id = m.municipality
      WHERE m.administrator AND NOT g.demonstration ORDER BY m.created_at, m.id LIMIT 1);

ALTER TABLE partner ADD COLUMN removed_at timestamptz;

-- One mark and one name for one partner, among those that are there.
CREATE UNIQUE INDEX partner_badge ON partner (municipality, badge) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX partner_name ON partner (municipality, lower(name)) WHERE removed_at IS NULL;

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  municipality uuid NOT NULL,
  partner uuid NOT NULL,
  -- Null once it was accepted or withdrawn: the member has them then, or nobody.
  name text CHECK (char_length(name) BETWEEN 1 AND 200),
  email text CHECK (email !~ '[A-Z]' AND char_length(email) BETWEEN 3 AND 254),
  contact boolean NOT NULL,
  administrator boolean NOT NULL,
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  -- Null where the server itself or another municipality's operator invited.
  invited_by uuid REFERENCES member (id),
  created_at timestamptz NOT NULL,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  FOREIGN KEY (municipality, partner) REFERENCES partner (municipality, id),
  CHECK ((name IS NULL AND email IS NULL) = (accepted_at IS NOT NULL OR withdrawn_at IS NOT NULL))
);

CREATE INDEX invitation_of_partner ON invitation (municipality, partner);
CREATE UNIQUE INDEX invitation_address ON invitation (municipality, email);

-- A way in by mail for who has no account. It works until it expires or is withdrawn, which deletes
-- the row and ends what was opened with it.
CREATE TABLE personal_link (
  id uuid PRIMARY KEY,
  member uuid NOT NULL UNIQUE REFERENCES member (id),
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

ALTER TABLE session ADD COLUMN link uuid REFERENCES personal_link (id) ON DELETE CASCADE;
CREATE INDEX session_link ON session (link) WHERE link IS NOT NULL;

CREATE TABLE password_reset (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  member uuid NOT NULL REFERENCES member (id),
  expires_at timestamptz NOT NULL
);

CREATE INDEX password_reset_member ON password_reset (member, expires_at);

CREATE TABLE address_change (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  member uuid NOT NULL UNIQUE REFERENCES member (id),
  email text NOT NULL CHECK (email !~ '[A-Z]' AND char_length(email) BETWEEN 3 AND 254),
  expires_at timestamptz NOT NULL
);
