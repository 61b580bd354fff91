-- Lists of topics that municipalities made their own. Those of config/topic-lists are not here.

CREATE TABLE topic_list (
  id uuid PRIMARY KEY,
  municipality uuid NOT NULL REFERENCES municipality (id),
  -- The list of config/topic-lists that it goes back to.
  model text CHECK (char_length(model) BETWEEN 1 AND 100),
  newest integer NOT NULL CHECK (newest > 0),
  archived_at timestamptz
);

CREATE INDEX topic_list_of_municipality ON topic_list (municipality);

-- What was saved, whole. None is ever changed.
CREATE TABLE topic_list_version (
  list uuid NOT NULL REFERENCES topic_list (id) ON DELETE CASCADE,
  version integer NOT NULL CHECK (version > 0),
  content jsonb NOT NULL,
  by_member uuid NOT NULL REFERENCES member (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (list, version)
);

CREATE INDEX topic_list_version_by ON topic_list_version (by_member);
