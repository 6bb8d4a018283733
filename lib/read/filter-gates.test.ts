import { expect, test } from "vitest";
import { GATE_STATES, GateFilter } from "#/lib/contract/gate-filter.ts";
import type { GateView } from "#/lib/contract/gates.ts";
import { filterGates } from "./filter-gates.ts";

const gate = (more: Partial<GateView>): GateView => ({
  id: 1,
  alias: "web",
  workflow: ".gitea/workflows/ci.yml",
  job: "e2e",
  name: "End to end",
  kind: "e2e",
  triggers: ["pull_request"],
  paths: [],
  testPaths: ["e2e/"],
  line: 3,
  url: null,
  runsOnPullRequest: true,
  masked: false,
  maskReason: null,
  required: "direct",
  requiredWhy: null,
  contexts: ["ci / End to end"],
  holds: 1,
  holdsIssues: 0,
  findings: [],
  ...more,
});
const finding = { rule: "masked", message: "x", line: 1, url: null };
const GATES = [
  gate({ id: 1 }),
  gate({ id: 2, masked: true, findings: [finding], required: "through" }),
  gate({
    id: 3,
    required: "no",
    alias: "api",
    kind: "unit",
    job: "Unit",
    name: "unit",
    contexts: ["ci / unit"],
  }),
  gate({ id: 4, required: null, requiredWhy: "not read", holds: 0, runsOnPullRequest: false }),
  gate({ id: 5, holds: 0, holdsIssues: 2, testPaths: ["pkg/**/*_test.go"], contexts: [] }),
];
const shown = (filter: object) => filterGates(GATES, GateFilter.parse(filter)).map(({ id }) => id);

test.each([
  ["nothing asked for: all, in their order", {}, [1, 2, 3, 4, 5]],
  ["with findings", { is: "findings" }, [2]],
  ["masked", { is: "masked" }, [2]],
  ["required by itself or through another", { is: "required" }, [1, 2, 5]],
  ["not required: not one of which it is not known", { is: "not_required" }, [3]],
  ["not known to be required", { is: "required_unknown" }, [4]],
  ["not on pull requests", { is: "off_pull_requests" }, [4]],
  ["holds up nothing: an issue is something", { is: "holds_nothing" }, [4]],
  ["a repository", { repo: "api" }, [3]],
  ["part of a repository's name is none", { repo: "ap" }, []],
  ["a kind", { kind: "unit" }, [3]],
  ["a name in any case", { q: "END TO" }, [1, 2, 4, 5]],
  ["a workflow and its job", { q: "ci.yml:unit" }, [3]],
  ["a test that it selects", { q: "_test.go" }, [5]],
  ["a context", { q: "ci / end" }, [1, 2, 4]],
  ["signs of patterns are themselves", { q: ".*" }, []],
  ["two together", { kind: "e2e", is: "required" }, [1, 2, 5]],
])("%s", (_what, filter, expected) => {
  expect(shown(filter)).toEqual(expected);
});

test("each narrowing lets some of these through, and none lets all", () => {
  for (const is of GATE_STATES) {
    const { length } = shown({ is });
    expect([is, length > 0 && length < GATES.length]).toEqual([is, true]);
  }
});
