import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { loadPolicy } from "./load-policy.ts";

const directory = mkdtempSync(join(tmpdir(), "gateline-policy-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(text: string): string {
  const path = join(directory, "policy.yml");
  writeFileSync(path, text);
  return path;
}
const WHOLE =
  "name: ours\nrung: tested\nacceptedKinds: [unit]\nciCountsAsProduct: true\nclusters: []\n";

test.each(["audit", "gated", "blocking", "proven"])("the preset %s", async (name) => {
  expect(await loadPolicy(name)).toMatchObject({ label: `${name}@1`, rules: { name } });
});

test("a file, whose version changes with its text", async () => {
  const first = await loadPolicy(file(WHOLE));
  const second = await loadPolicy(file(`${WHOLE}# edited\n`));
  expect(first.rules).toMatchObject({ name: "ours", rung: "tested", ciCountsAsProduct: true });
  expect(first.label).toMatch(/^ours@[0-9a-f]{8}$/);
  expect(second.label).not.toBe(first.label);
});

const FULL = `name: ours
rung: blocking
acceptedKinds: [integration, e2e]
ciCountsAsProduct: true
fixRules:
  - when: { labels: [infra], scopes: [ops], branches: ["hotfix/**"], titles: ["[ops]"] }
    isFix: false
    reason: It is not shipped.
testKinds:
  - { paths: ["checks/**"], kind: e2e, reason: They start the server. }
clusters:
  - key: deploy
    name: Deploying
    why: One harness would run them all.
    topics: [wait]
    claimed: 3
    architecture: true
    recurring: true
    parts:
      - { key: scripts, name: Scripts, match: { repository: a, scopes: [s], paths: ["x/**"], numbers: [1] } }
suggestClusters: false
approvals: { reviews: 2, group: reviewers }
signOffs: [{ for: architecture, role: cto }]
lease: { agentMinutes: 10, personDays: 1 }
waiver: { daysMax: 30 }
`;

test("a file may say everything that a program's policy says", async () => {
  const { rules } = await loadPolicy(file(FULL));
  expect(rules).toMatchObject({
    fixRules: [{ when: { branches: ["hotfix/**"], titles: ["[ops]"] }, isFix: false }],
    suggestClusters: false,
    approvals: { reviews: 2, group: "reviewers" },
    signOffs: [{ for: "architecture", role: "cto" }],
    lease: { agentMinutes: 10, personDays: 1 },
    waiver: { daysMax: 30 },
  });
  expect(Object.keys(rules).toSorted()).toEqual(Object.keys(PolicyRules.shape).toSorted());
  expect(FULL.match(/^\w+/gm)?.toSorted()).toEqual(Object.keys(PolicyRules.shape).toSorted());
});

test("what is wrong is told with its place, what to do, and how much else is", async () => {
  const wrong = FULL.replace("labels: [infra]", "label: [infra]").replace(
    "daysMax: 30",
    "daysMax: 91",
  );
  await expect(loadPolicy(file(wrong))).rejects.toThrow(
    /policy\.yml is not valid\. fixRules\[0\]\.when: there is no field "label"; take it out, or use one of labels, scopes, branches, titles \(and 1 more like it\)$/,
  );
});

test.each([
  ["another rung", WHOLE.replace("tested", "top"), "rung"],
  ["a key that does not exist", `${WHOLE}rungs: 3\n`, "rungs"],
  ["a key that is missing", WHOLE.replace("clusters: []\n", ""), "clusters"],
  ["no YAML", "a: [", "neither YAML nor JSON"],
])("%s is a wrong use that names it", async (_name, text, named) => {
  const refused = loadPolicy(file(text));
  await expect(refused).rejects.toBeInstanceOf(AppError);
  await expect(refused).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining(named),
  });
});

test("neither a preset nor a file lists the presets", async () => {
  await expect(loadPolicy(join(directory, "nope"))).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining("audit, gated, blocking, proven"),
  });
});
