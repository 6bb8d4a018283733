-- What Prisma cannot say. Each rule has a test that tries to break it (lib/store/rules.db.test.ts).

-- PRODUCT's identity of denominators: every item in scope is exactly one of the four.
ALTER TABLE repository_tally ADD CONSTRAINT repository_tally_identity
  CHECK (in_scope = covered + gap + waived + unknown AND least(covered, gap, waived, unknown) >= 0);
ALTER TABLE cluster ADD CONSTRAINT cluster_identity
  CHECK (in_scope = covered + gap + waived + unknown AND least(covered, gap, waived, unknown) >= 0);
ALTER TABLE daily_count ADD CONSTRAINT daily_count_identity
  CHECK (in_scope = covered + gap + waived + unknown AND least(covered, gap, waived, unknown) >= 0);
ALTER TABLE repository_audit ADD CONSTRAINT repository_audit_identity
  CHECK (merged = fixes + excluded + unclassified AND least(fixes, excluded, unclassified) >= 0);

ALTER TABLE verdict ADD CONSTRAINT verdict_kind
  CHECK (verdict IN ('covered', 'gap', 'waived', 'unknown'));
ALTER TABLE standing ADD CONSTRAINT standing_population CHECK (population IN ('fix', 'issue'));
-- A certain miss lies above what is reached: the two can never say the same rung.
ALTER TABLE standing ADD CONSTRAINT standing_missed_above CHECK (missed IS DISTINCT FROM rung);
ALTER TABLE claim ADD CONSTRAINT claim_ends_after_it_starts CHECK (expires_at > granted_at);
ALTER TABLE sync_run ADD CONSTRAINT sync_run_state CHECK (state IN ('running', 'done', 'failed'));

-- A decision is superseded by a new row, never changed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION '% is append-only: % is not allowed', TG_TABLE_NAME, TG_OP;
END;
$body$;
CREATE TRIGGER decision_is_append_only BEFORE UPDATE OR DELETE ON decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_is_not_emptied BEFORE TRUNCATE ON decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
