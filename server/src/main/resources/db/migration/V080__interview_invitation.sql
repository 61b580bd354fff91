-- Who has an interview in their calendar, so that they hear when it changes.

-- A calendar file (RFC 5545) that goes with a mail.
ALTER TABLE mail ADD COLUMN calendar text CHECK (char_length(calendar) <= 20000);

ALTER TABLE interview
  -- Which edition of the appointment the calendars have.
  ADD COLUMN calendar_edition integer NOT NULL DEFAULT 0,
  -- Who invited first: calendars know one organiser.
  ADD COLUMN organiser uuid REFERENCES member (id);

CREATE INDEX interview_organiser ON interview (organiser) WHERE organiser IS NOT NULL;

-- Null is the respondent.
CREATE TABLE interview_invited (
  interview uuid NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  member uuid REFERENCES member (id),
  at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (interview, member)
);

CREATE INDEX interview_invited_member ON interview_invited (member) WHERE member IS NOT NULL;
