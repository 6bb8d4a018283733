const AUDIT_TITLE = /^\s*fix\([^)]*\)!?:/i;

const AUDIT_PATH =
  /_test\.go$|(^|\/)(e2e|servinge2e|staginge2e|tests)\/|\.spec\.ts$|(^|\/)\.(github|gitea|forgejo)\/workflows\/[^/]*(e2e|smoke)/;

/** Whether a merged pull request belongs to the population of `has_test@1`; the founding audit's rule, by title alone. */
export function isAuditFix(title: string): boolean {
  return AUDIT_TITLE.test(title);
}

/** Whether touched paths (any status; of a rename the new path) count as covered for `has_test@1`; the founding audit's rule, literally. */
export function hasTest(paths: readonly string[]): boolean {
  return paths.some((path) => AUDIT_PATH.test(path));
}
