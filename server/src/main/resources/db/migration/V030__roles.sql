-- Roles of partners in plans, what is hidden, what is decided besides, and who looked when.

-- One row for each plan: what a change of its roles is based on.
CREATE TABLE plan_roles (
  plan uuid PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
  version bigint NOT NULL DEFAULT 1
);

CREATE TABLE role_assignment (
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  partner uuid NOT NULL REFERENCES partner (id) ON DELETE CASCADE,
  -- Null: on the whole plan.
  section uuid REFERENCES section (id) ON DELETE CASCADE,
  -- An id of config/registers/roles.yaml.
  role text NOT NULL CHECK (role ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(role) <= 50),
  UNIQUE NULLS NOT DISTINCT (plan, partner, section, role)
);

CREATE INDEX role_assignment_partner ON role_assignment (partner);
CREATE INDEX role_assignment_section ON role_assignment (section);

-- Sections that only partners with a role in them see.
CREATE TABLE section_hidden (
  section uuid PRIMARY KEY REFERENCES section (id) ON DELETE CASCADE,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE
);

CREATE INDEX section_hidden_plan ON section_hidden (plan);

-- What a partner may do in a section whatever its roles say: levels as in document_access.
CREATE TABLE section_override (
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  partner uuid NOT NULL REFERENCES partner (id) ON DELETE CASCADE,
  plan uuid NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
  PRIMARY KEY (section, partner)
);

CREATE INDEX section_override_plan ON section_override (plan);
CREATE INDEX section_override_partner ON section_override (partner);

-- How far somebody has read: the seq of the section's document when they last looked.
CREATE TABLE section_visit (
  member uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  section uuid NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  seq bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (member, section)
);

CREATE INDEX section_visit_section ON section_visit (section);

-- Kinds of partners are those of config/registers/partner-kinds.yaml.
UPDATE partner SET kind = CASE kind
    WHEN 'ggd' THEN 'public-health'
    WHEN 'school' THEN 'schools'
    ELSE 'addiction-prevention'
  END
  WHERE kind IN ('ggd', 'school', 'addiction-care');

-- Plans that are there: everybody may do what they could, and who made a plan leads it.
INSERT INTO plan_roles (plan) SELECT id FROM plan;

INSERT INTO role_assignment (plan, partner, section, role)
SELECT p.id, r.id, NULL, 'executing'
FROM plan p JOIN partner r ON r.municipality = p.municipality;

INSERT INTO role_assignment (plan, partner, section, role)
SELECT p.id, m.partner, NULL, 'coordinating'
FROM plan p JOIN member m ON m.id = p.created_by;
