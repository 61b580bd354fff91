-- Notes that had a row and have none any more, because they were deleted or are not for use: an
-- undo may bring them back, and findings and codes still name them. When the notes of the interview
-- are erased, their ids are forgotten with the others.

CREATE TABLE note_gone (
  interview uuid NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  PRIMARY KEY (interview, id)
);
