import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import { type AuditRequest, runAudit } from "../run-audit.ts";

export const E2E = "tests/e2e/test_x.sh";
const WORKFLOW = `on: pull_request\njobs:\n  e2e:\n    steps:\n      - run: bash ${E2E}\n`;
export const NOW = new Date("2026-06-12T00:00:00Z");

/** The audit of a clone by the preset gated, unless a test says otherwise. */
export const audit = (directory: string, more: Partial<AuditRequest> = {}) =>
  runAudit({
    directory,
    since: null,
    until: null,
    limit: null,
    policy: "gated",
    now: NOW,
    onProgress: () => {},
    ...more,
  });

/** The text of a product file. */
export const product = (total: number) =>
  `package a\n\nfunc TotalOf() int {\n\treturn ${total}\n}\n`;
export const UNIT_TEST = `package a

func TestTotalOf(t *testing.T) {
\tif TotalOf() != 2 {
\t\tt.Fatal("wrong")
\t}
}
`;
const E2E_TEST = `#!/bin/sh
test_total_of() {
  answer=$(curl -s localhost/TotalOf)
  [ "$answer" = 3 ] || exit 1
}
test_total_of
`;

/** A clone of five merged pull requests, of which three are fixes and the last of them has a test that a gate runs. */
export function history() {
  const scratch = scratchClone();
  scratch.write("src/a.go", product(1));
  scratch.commit("fix(core): no test (#1)");
  scratch.write("src/a.go", product(2));
  scratch.write("src/a_test.go", UNIT_TEST);
  scratch.commit("fix(core): a unit test (#2)");
  scratch.write(".github/workflows/e2e.yml", WORKFLOW);
  scratch.commit("ci: a gate (#3)");
  scratch.write("src/a.go", product(3));
  scratch.write(E2E, E2E_TEST);
  scratch.commit("fix(core): a gated test (#4)");
  scratch.write("docs/a.md", "4");
  scratch.commit("docs: a (#5)");
  return scratch;
}
