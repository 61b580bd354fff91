-- Pictures of a document, cleaned before they came here.

CREATE TABLE image (
  id uuid PRIMARY KEY,
  document uuid NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  width integer NOT NULL CHECK (width > 0),
  height integer NOT NULL CHECK (height > 0),
  bytes bytea NOT NULL,
  member uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX image_of_document ON image (document);
