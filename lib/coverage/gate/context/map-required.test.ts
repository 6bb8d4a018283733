import { describe, expect, test } from "vitest";
import { gatesIn } from "../testing/gates-in.ts";
import type { ForgeKind } from "../workflow-directory.ts";
import { mapRequired } from "./map-required.ts";

const CI = `name: CI
on: pull_request
jobs:
  unit:
    steps:
      - run: go test ./...
  e2e:
    needs: unit
    steps:
      - run: bash tests/e2e/test_x.sh
  lint:
    continue-on-error: true
    steps:
      - run: eslint .
  audit:
    steps:
      - run: eslint --audit
  ok:
    if: always()
    needs: [unit, e2e, lint]
    steps:
      - run: |
          for r in \${{ join(needs.*.result, ' ') }}; do [ "$r" = success ] || exit 1; done
  nightly:
    if: github.event_name == 'schedule'
    steps:
      - run: go test ./slow
`;

function mapped(
  contexts: readonly string[],
  forge: ForgeKind = "github",
  seen: readonly string[] = [],
  text = CI,
) {
  const gates = gatesIn(text);
  const map = mapRequired({ gates, required: { checksRequired: true, contexts }, seen, forge });
  const of = (job: string) => map.gates.find(({ gate }) => gate.endsWith(`:${job}`));
  const kinds = map.findings.map(({ kind, job }) => `${kind} ${job ?? ""}`.trim());
  return { ...map, of, kinds };
}

describe("what a required context stands for", () => {
  test.each([
    ["github", "unit", "produced"],
    ["github", "Unit", "phantom"],
    ["github", "nightly", "phantom"],
    ["github", "deploy preview", "external"],
    ["github", "uni*", "phantom"],
    ["gitea", "CI / unit (pull_request)", "produced"],
    ["gitea", "CI / unit", "phantom"],
    ["gitea", "CI / *", "produced"],
    ["gitea", "deploy*", "external"],
    ["forgejo", "CI / unit (push)", "phantom"],
    ["forgejo", "*unit*", "produced"],
  ] as const)("on %s %s is %s", (forge, context, state) => {
    const { contexts, findings } = mapped([context], forge, ["deploy preview"]);
    expect(contexts).toMatchObject([{ context, state }]);
    expect(findings.some(({ kind }) => kind === "phantom_context")).toBe(state === "phantom");
  });

  test("a phantom that a job produces off pull requests names the job and its line", () => {
    const { findings } = mapped(["nightly"]);
    expect(findings[0]).toMatchObject({ kind: "phantom_context", job: "nightly", line: 24 });
    expect(findings[0]?.message).toContain("which no pull request starts");
  });
});

describe("which gates block", () => {
  test("by a context of its own", () => {
    const { of, kinds } = mapped(["unit"]);
    expect([of("unit")?.required, of("e2e")?.required]).toEqual(["direct", "no"]);
    expect(kinds).toEqual(["not_required e2e", "not_required lint", "not_required audit"]);
  });

  test("through a job that stands for them, where their failure makes it fail", () => {
    const { of, kinds } = mapped(["ok"]);
    expect(of("unit")).toMatchObject({ required: "through", through: ["ok"], maskedBy: null });
    expect(of("e2e")).toMatchObject({ required: "through", maskedBy: null, skipPasses: null });
    expect(of("lint")).toMatchObject({ required: "through", maskedBy: "ok" });
    expect(kinds).toEqual(["masked lint", "not_required audit"]);
  });

  test("a context of its own makes up for a job that passes", () => {
    expect(mapped(["ok", "lint"]).of("lint")).toMatchObject({ required: "direct", maskedBy: null });
  });

  test("a job that stands for others and asks nothing masks all of them", () => {
    const text = CI.replace(/for r in.*/, "echo ${{ needs.unit.result }}");
    const { of, kinds } = mapped(["ok"], "github", [], text);
    expect(["unit", "e2e", "lint"].map((job) => of(job)?.maskedBy)).toEqual(["ok", "ok", "ok"]);
    expect(kinds).toEqual(["masked unit", "masked e2e", "masked lint", "not_required audit"]);
  });

  test("one that may be skipped and passes is a finding, not a mask", () => {
    const text = CI.replace("    needs: unit\n", "    if: vars.E2E\n").replace(
      "= success ]",
      "!= failure ]",
    );
    const { of, kinds } = mapped(["ok"], "github", [], text);
    expect(of("e2e")).toMatchObject({ required: "through", maskedBy: null, skipPasses: "ok" });
    expect(kinds).toContain("skip_passes e2e");
  });

  test.each([
    ["gitea", true],
    ["forgejo", true],
    ["github", false],
  ] as const)("on %s an empty list of required checks means all: %s", (forge, all) => {
    const { of, findings } = mapped([], forge);
    expect(of("e2e")?.required).toBe(all ? "direct" : "no");
    expect(findings.some(({ kind }) => kind === "not_required")).toBe(!all);
  });

  test("no required checks block nothing", () => {
    const gates = gatesIn(CI);
    const required = { checksRequired: false, contexts: ["unit"] };
    const map = mapRequired({ gates, required, seen: [], forge: "gitea" });
    expect(map.contexts).toEqual([]);
    expect(map.gates.every(({ required: by }) => by === "no")).toBe(true);
  });
});
