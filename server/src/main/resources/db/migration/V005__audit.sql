-- Who did what to which object, when, from where, with which result (BIO2 8.15.01). Rows are added
-- and never changed; ids stand for people, whose names live in one row each and can be blanked.

CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Null where it concerns no municipality, such as a sign-in with an address nobody has.
  municipality uuid,
  at timestamptz NOT NULL,
  -- The member who acted; null where nobody is known.
  actor uuid,
  action text NOT NULL CHECK (action ~ '^[a-z][a-z.-]{0,59}$'),
  object_kind text NOT NULL CHECK (object_kind ~ '^[a-z][a-z-]{0,39}$'),
  object text NOT NULL CHECK (char_length(object) <= 100),
  result text NOT NULL CHECK (result IN ('done', 'refused')),
  -- The network address of the request; empty where the server acted by itself.
  origin text NOT NULL CHECK (char_length(origin) <= 64)
);

CREATE INDEX audit_of_municipality ON audit (municipality, id);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only added to';
END
$$;

CREATE TRIGGER audit_unchanged BEFORE UPDATE OR DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_untruncated BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
