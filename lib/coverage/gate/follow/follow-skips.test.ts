import { expect, test } from "vitest";
import { gateOf, job } from "./testing/following.ts";

const SCRIPT = `#!/usr/bin/env bash
set -e
if [ -z "\${API_KEY:-}" ]; then
  echo "skipped"
  exit 0
fi
curl -f https://x.example
`;
const skipsOf = (files: Readonly<Record<string, string>>, workflow: string) => {
  const { findings, masked } = gateOf(files, workflow);
  return { masked, found: findings.filter(({ kind }) => kind === "skips_itself") };
};

test("a script that skips its tests without a key is a finding of the step and no mask", () => {
  const files = { "e2e/test_orders.sh": SCRIPT };
  const { found, masked } = skipsOf(files, job(["run: bash e2e/test_orders.sh"]));
  expect(masked).toBe(false);
  expect(found).toMatchObject([{ line: 5, job: "a" }]);
  expect(found[0]?.message).toBe(
    "e2e/test_orders.sh leaves tests out and still ends well where API_KEY is empty (line 5), which this job does not set.",
  );
});

test.each([
  ["by make", { Makefile: "e2e:\n\tbash e2e/test_orders.sh\n" }, "run: make e2e"],
  ["by another script", { "run.sh": "bash e2e/test_orders.sh\n" }, "run: sh run.sh"],
])("so it is when it is run %s", (_name, more, step) => {
  const { found } = skipsOf({ "e2e/test_orders.sh": SCRIPT, ...more }, job([step]));
  expect(found).toHaveLength(1);
});

test("a secret may be empty, a plain value is not", () => {
  const given = (value: string) =>
    skipsOf(
      { "e2e/test_orders.sh": SCRIPT },
      job([`run: bash e2e/test_orders.sh\nenv:\n  API_KEY: ${value}`]),
    ).found.map(({ message }) => message);
  expect(given("x")).toEqual([]);
  expect(given("${{ secrets.API_KEY }}")).toEqual([expect.stringMatching(/empty \(line 5\)\.$/)]);
});

test.each(["scripts/prune.sh", "e2e/test_cleanup.sh"])("%s only clears up", (path) => {
  expect(skipsOf({ [path]: SCRIPT }, job([`run: bash ${path}`])).found).toEqual([]);
});
