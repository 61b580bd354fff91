-- A mail that left, or was given up, keeps no words: links in it open doors.

ALTER TABLE mail ALTER COLUMN body DROP NOT NULL, ALTER COLUMN subject DROP NOT NULL;
