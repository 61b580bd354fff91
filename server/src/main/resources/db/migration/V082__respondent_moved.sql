-- Whoever is not spoken with any more, or not at that address, holds nothing of the talk there: no
-- link to its summary, no mails that wait or were given up. Not those to a colleague with the same
-- address, but for what is about a talk.
CREATE FUNCTION respondent_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM summary_link WHERE interview = OLD.interview;
  DELETE FROM mail l USING interview i JOIN plan p ON p.id = i.plan
    WHERE i.id = OLD.interview AND l.municipality = p.municipality AND OLD.email <> ''
      AND l.recipient = OLD.email
      AND (l.body IS NULL OR l.body LIKE '%/samenvatting#%' OR NOT EXISTS (
        SELECT 1 FROM member m WHERE m.email = OLD.email AND m.municipality = p.municipality));
  RETURN NULL;
END
$$;

CREATE TRIGGER respondent_moved AFTER UPDATE OF email ON respondent
  FOR EACH ROW WHEN (OLD.email <> NEW.email) EXECUTE FUNCTION respondent_moved();
CREATE TRIGGER respondent_left AFTER DELETE ON respondent
  FOR EACH ROW EXECUTE FUNCTION respondent_moved();

-- What never began counts from the day that it was for: another day, another end.
DROP TRIGGER interview_due_moved ON interview;
CREATE TRIGGER interview_due_moved AFTER UPDATE OF state, at ON interview
  FOR EACH ROW WHEN (OLD.state <> NEW.state OR OLD.at IS DISTINCT FROM NEW.at)
  EXECUTE FUNCTION interview_due();

-- What was put off on an earlier day is looked at again.
UPDATE due d SET due_at = i.created_at FROM interview i
  WHERE d.kind = 'interview-retention' AND d.subject = i.id AND i.started_at IS NULL
    AND i.closed_at IS NULL AND d.given_up_at IS NULL;
