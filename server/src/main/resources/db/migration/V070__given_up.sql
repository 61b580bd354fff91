-- What failed too often waits for somebody to look at it; a new wish for the same takes its place.

ALTER TABLE due ADD COLUMN given_up_at timestamptz;
DROP INDEX due_at;
CREATE INDEX due_at ON due (due_at) WHERE given_up_at IS NULL;
