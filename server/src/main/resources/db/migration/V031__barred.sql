-- Members of whom nothing is stored any more, in no document: they were removed. The row is written
-- after the documents that they might write in were locked, like every change of rights.

CREATE TABLE barred (
  member uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE OR REPLACE FUNCTION document_level(the_document uuid, the_partner uuid, the_member uuid)
RETURNS smallint LANGUAGE sql STABLE AS $$
  SELECT coalesce(max(level), 0::smallint)
  FROM document_access
  WHERE document = the_document AND (partner = the_partner OR member = the_member)
    AND NOT EXISTS (SELECT 1 FROM barred b WHERE b.member = the_member)
$$;
