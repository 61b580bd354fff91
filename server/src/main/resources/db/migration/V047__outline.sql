-- What coordinators do with a plan's outline after it was made.

ALTER TABLE plan
  -- Rises with each change of the outline: a change that is based on an older one is refused.
  ADD COLUMN outline_version bigint NOT NULL DEFAULT 1,
  -- The years that the plan is for.
  ADD COLUMN period_from smallint CHECK (period_from BETWEEN 2000 AND 2100),
  ADD COLUMN period_to smallint CHECK (period_to BETWEEN period_from AND 2100);

ALTER TABLE section
  -- Switched off: its text stays, and it is no part of the plan until it is switched on again. What
  -- was switched off together has the same moment, and comes back together.
  ADD COLUMN off_at timestamptz,
  -- Where its subject stands instead, such as the title of another plan.
  ADD COLUMN elsewhere text NOT NULL DEFAULT '' CHECK (char_length(elsewhere) <= 200);
