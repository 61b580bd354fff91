-- The audit log is kept for five years: a plan's four, and its evaluation. What is older may go,
-- and nothing else: the database's own clock decides, not a program's.

CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '5 years' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit log is only added to';
END
$$;

CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_of_actor ON audit (municipality, actor, id);
