-- Documents that are gone: who could read them is told so, and keeps no copy.

CREATE TABLE erased_document (
  document uuid NOT NULL,
  partner uuid,
  member uuid,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (num_nonnulls(partner, member) = 1)
);

CREATE INDEX erased_document_id ON erased_document (document);
