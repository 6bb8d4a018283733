import type { TestKind } from "../policy.ts";

const E2E_DIRECTORY = /^((local-)?[a-z]*e2e|playwright|cypress|smoke)$/i;
const INTEGRATION_DIRECTORY = /^(integration|integrationtests?|integration[-_]tests?)$/i;
// A word of its own, so that `base2end` and `smoked` are none.
const E2E_NAME = /(^|[._-])(e2e|smoke)([._-]|$)/i;
const INTEGRATION_NAME = /(^|[._-])integration([._-]|$)|(^|[a-z0-9])IT\.(java|kt)$/;
// Cargo builds each file below `tests` against the public crate.
const CARGO_TESTS = /(^|\/)tests\/(.*\/)?[^/]+\.rs$/;

/** The kind of a test by where it lies and what it is called: end to end, integration, and unit when neither shows. */
export function kindOfTest(path: string): TestKind {
  const directories = path.split("/");
  const name = directories.pop() ?? "";
  if (directories.some((part) => E2E_DIRECTORY.test(part)) || E2E_NAME.test(name)) return "e2e";
  if (
    directories.some((part) => INTEGRATION_DIRECTORY.test(part)) ||
    INTEGRATION_NAME.test(name) ||
    CARGO_TESTS.test(path)
  ) {
    return "integration";
  }
  return "unit";
}
