-- States and versions of sections, and texts that nobody changes any more.

-- While it is true, nothing is stored in the document, whoever sends it. Written with the row's
-- lock, which every append takes first.
ALTER TABLE document ADD COLUMN frozen boolean NOT NULL DEFAULT false;

-- In a frozen document everybody has comment at most, whatever they were given.
CREATE OR REPLACE FUNCTION document_level(the_document uuid, the_partner uuid, the_member uuid)
RETURNS smallint LANGUAGE sql STABLE AS $$
  SELECT least(
      coalesce(max(level), 0::smallint),
      CASE WHEN (SELECT d.frozen FROM document d WHERE d.id = the_document)
        THEN 2::smallint ELSE 3::smallint END)
  FROM document_access
  WHERE document = the_document AND (partner = the_partner OR member = the_member)
    AND NOT EXISTS (SELECT 1 FROM barred b WHERE b.member = the_member)
$$;

-- Sections that were fixed before there was such a thing; nobody could.
UPDATE document SET frozen = true
  WHERE id IN (SELECT document FROM section WHERE status = 'fixed');

-- The first edit of a section makes it a draft. It waits for nobody: who holds the section's row
-- may be waiting for the document, and then the section stays to do until somebody says so.
CREATE FUNCTION section_begun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE section SET status = 'draft'
  WHERE id IN (
    SELECT id FROM section WHERE document = NEW.id AND status = 'todo'
    FOR NO KEY UPDATE SKIP LOCKED);
  RETURN NULL;
END
$$;

CREATE TRIGGER section_begun AFTER UPDATE OF seq ON document
  FOR EACH ROW WHEN (OLD.seq = 1 AND NEW.seq > 1) EXECUTE FUNCTION section_begun();

CREATE TABLE section_version (
  id uuid PRIMARY KEY,
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  -- From 1, without gaps.
  number integer NOT NULL CHECK (number > 0),
  -- Up to where its document's log it goes.
  seq bigint NOT NULL CHECK (seq > 0),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  -- Of the canonical JSON of the tree at that seq.
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  -- Whether the text was fixed with it.
  fixed boolean NOT NULL,
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  UNIQUE (section, number)
);

CREATE INDEX section_version_by ON section_version (by_member);

CREATE TABLE plan_version (
  id uuid PRIMARY KEY,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  -- Whether it is the plan as it was decided: nothing in it is open.
  final boolean NOT NULL,
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  UNIQUE (plan, number)
);

CREATE INDEX plan_version_by ON plan_version (by_member);

CREATE TABLE plan_version_section (
  plan_version uuid NOT NULL REFERENCES plan_version (id) ON DELETE CASCADE,
  section_version uuid NOT NULL REFERENCES section_version (id) ON DELETE CASCADE,
  PRIMARY KEY (plan_version, section_version)
);

CREATE INDEX plan_version_section_version ON plan_version_section (section_version);

-- Where they had read to before what others wrote and they look at now.
ALTER TABLE section_visit ADD COLUMN before_seq bigint;
