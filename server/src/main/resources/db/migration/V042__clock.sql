-- What runs by the clock, and what became of what members were told.

ALTER TABLE notice ADD COLUMN seen_at timestamptz;
ALTER TABLE notice ADD COLUMN mailed_at timestamptz;

-- One row for each wish; whoever runs it holds the row's lock.
CREATE TABLE due (
  kind text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 50),
  subject uuid NOT NULL,
  due_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, subject)
);

CREATE INDEX due_at ON due (due_at);
