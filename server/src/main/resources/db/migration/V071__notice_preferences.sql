-- How members want to hear of what they are told; who has no row hears of it as the program says.

CREATE TABLE notice_preference (
  member uuid PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
  -- Kind of notice to way: those kinds alone that somebody chose a way for.
  ways jsonb NOT NULL,
  -- Minutes after midnight. Equal ones: no quiet hours.
  digest_at smallint NOT NULL CHECK (digest_at BETWEEN 0 AND 1439),
  quiet_from smallint NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to smallint NOT NULL CHECK (quiet_to BETWEEN 0 AND 1439),
  weekends boolean NOT NULL
);

CREATE INDEX notice_unmailed ON notice (member) WHERE mailed_at IS NULL;
CREATE INDEX notice_at ON notice (at);

-- What was told before anything was mailed stays unmailed.
UPDATE notice SET mailed_at = at;

-- Each mail has a link of its own, and a new one ends none that somebody may still open.
ALTER TABLE personal_link DROP CONSTRAINT personal_link_member_key;
CREATE INDEX personal_link_member ON personal_link (member);
