import { describe, expect, test } from "vitest";
import { type FakePullRequest, repositoryOrThrow } from "../store.ts";
import { sample2615 } from "./sample-2615.ts";

const isFixTitle = /^\s*fix\([^)]*\)!?:/i;
const hasTestRule =
  /_test\.go$|(^|\/)(e2e|servinge2e|staginge2e|tests)\/|\.spec\.ts$|(^|\/)\.(github|gitea|forgejo)\/workflows\/[^/]*(e2e|smoke)/;

const sample = sample2615();
const core = repositoryOrThrow(sample, "molecule-core");
const controlplane = repositoryOrThrow(sample, "molecule-controlplane");

function fixes(
  pulls: readonly FakePullRequest[],
  wanted: "tested" | "untested",
): FakePullRequest[] {
  const merged = pulls.filter((pull) => pull.mergedAt !== null && isFixTitle.test(pull.title));
  return merged.filter((pull) => {
    const hasTest = pull.files.some((file) => hasTestRule.test(file.path));
    return hasTest === (wanted === "tested");
  });
}

function scopeOf(pull: FakePullRequest): string {
  return /^fix\(([^)]*)\)/.exec(pull.title)?.[1] ?? "";
}

function inScopes(pulls: readonly FakePullRequest[], scopes: readonly string[]): FakePullRequest[] {
  return pulls.filter((pull) => scopes.includes(scopeOf(pull)));
}

function numbers(pulls: readonly FakePullRequest[]): number[] {
  return pulls.map((pull) => pull.number).toSorted((a, b) => a - b);
}

const comments = core.comments.filter((comment) => comment.number === 2615);
const tracking = core.issues.find((issue) => issue.number === 2615);
const text = [tracking?.body ?? "", ...comments.map((comment) => comment.body)].join("\n");
const named = new Set([...text.matchAll(/#(\d+)/g)].map((match) => Number(match[1])));

const familyScopes = ["workflows", "ci", "deploy-pipeline", "deploy", "scripts"];
const provisionScopes = ["provisioner", "provision"];
const gaps = fixes(controlplane.pulls, "untested");
const family = inScopes(gaps, familyScopes);

describe("the deploy and CI-gate family", () => {
  test("S32 24 gaps: 11 of workflows, 8 of the deploy pipeline, 5 of scripts", () => {
    expect(inScopes(gaps, ["workflows"])).toHaveLength(7);
    expect(inScopes(gaps, ["ci"])).toHaveLength(4);
    expect(inScopes(gaps, ["deploy-pipeline"])).toHaveLength(5);
    expect(inScopes(gaps, ["deploy"])).toHaveLength(3);
    expect(inScopes(gaps, ["scripts"])).toHaveLength(5);
    expect(family).toHaveLength(24);
  });

  test("S32 each part has its files where a team would put them", () => {
    const touches = (scopes: string[], place: RegExp) =>
      inScopes(gaps, scopes).every((pull) => pull.files.some((file) => place.test(file.path)));
    expect(touches(["workflows", "ci"], /^\.gitea\/workflows\//)).toBe(true);
    expect(touches(["deploy-pipeline", "deploy"], /^(internal\/)?deploy\//)).toBe(true);
    expect(touches(["scripts"], /^scripts\//)).toBe(true);
  });

  test("S33 14 of the family are named in the tracking issue, 10 are not", () => {
    const listed = family.filter((pull) => named.has(pull.number));
    expect(numbers(listed)).toEqual([
      226, 240, 533, 538, 539, 546, 556, 559, 560, 584, 595, 724, 727, 728,
    ]);
    expect(family.filter((pull) => !named.has(pull.number))).toHaveLength(10);
  });

  test.each(["wait-for-ci", "required-checks", "force-merge-audit", "status-read-token"])(
    "S34 %s is the topic of several titles of the family",
    (topic) => {
      const about = family.filter((pull) => pull.title.includes(topic));
      expect(about.length).toBeGreaterThanOrEqual(2);
    },
  );

  test("S32 no fix with a test has a scope of the family or of provisioning", () => {
    const tested = fixes(controlplane.pulls, "tested");
    expect(inScopes(tested, [...familyScopes, ...provisionScopes])).toEqual([]);
  });
});

describe("the other clusters", () => {
  test("S36 provisioning has 5 gaps, of which the tracking issue names 4", () => {
    const provision = inScopes(gaps, provisionScopes);
    expect(provision).toHaveLength(5);
    expect(inScopes(gaps, ["provisioner"])).toHaveLength(3);
    expect(inScopes(gaps, ["provision"])).toHaveLength(2);
    expect(numbers(provision.filter((pull) => named.has(pull.number)))).toEqual([2, 105, 605, 621]);
    const titles = provision.map((pull) => `#${pull.number} ${pull.title}`).join("\n");
    expect(titles).toMatch(/#2 .*ECR-login-before-pull/);
    expect(titles).toMatch(/#105 .*DescribeInstance logging/);
    expect(titles).toMatch(/#605 .*bootstrap-watcher.*platformURL/);
    expect(titles).toMatch(/#621 .*bootstrap-watcher.*platformURL/);
  });

  test("S37 core security and governance has 3 gaps whose scopes no other fix of core has", () => {
    const scopes = ["concierge", "gate-check", "workspace-server"];
    const coreFixes = [...fixes(core.pulls, "tested"), ...fixes(core.pulls, "untested")];
    expect(numbers(inScopes(coreFixes, scopes))).toEqual([2125, 2589, 2605]);
  });

  test("S38 12 gaps of controlplane and 8 of core are in no cluster", () => {
    const loose = gaps.filter(
      (pull) => ![...familyScopes, ...provisionScopes].includes(scopeOf(pull)),
    );
    expect(loose).toHaveLength(12);
    expect(new Set(loose.map(scopeOf)).size).toBe(11);
    expect(numbers(inScopes(loose, ["ssh-agent"]))).toEqual([564, 620]);
    expect(numbers(inScopes(loose, ["docker-cli"]))).toEqual([765]);
    const coreLoose = fixes(core.pulls, "untested").filter(
      (pull) => !["concierge", "gate-check", "workspace-server"].includes(scopeOf(pull)),
    );
    expect(coreLoose).toHaveLength(8);
    expect(numbers(coreLoose)).toEqual(expect.arrayContaining([2460, 2548]));
    expect(inScopes(coreLoose, ["canvas"])).toHaveLength(1);
  });
});

describe("numbers", () => {
  test("S44 a bare number of the tracking issue exists in one repository only", () => {
    const holders = (wanted: number) =>
      sample.repositories.filter(({ issues, pulls }) =>
        [...issues, ...pulls].some((row) => row.number === wanted),
      );
    for (const wanted of named) expect(holders(wanted)).toHaveLength(1);
  });

  test("S33 no number is an issue and a pull request, and later numbers were opened later", () => {
    for (const { issues, pulls } of sample.repositories) {
      const rows = [...issues, ...pulls].toSorted((a, b) => a.number - b.number);
      expect(new Set(rows.map((row) => row.number)).size).toBe(rows.length);
      const opened = rows.map((row) => row.createdAt);
      expect(opened).toEqual([...opened].toSorted());
    }
  });

  test("S33 numbers stay inside the ranges of their repositories", () => {
    for (const pull of controlplane.pulls) expect(pull.number).toBeLessThanOrEqual(770);
    const [coreTested, coreUntested] = [fixes(core.pulls, "tested"), fixes(core.pulls, "untested")];
    for (const number of numbers([...coreTested, ...coreUntested])) {
      expect(number >= 2100 && number <= 2614).toBe(true);
    }
  });

  test("S01 all rows but the tracking issue say that they are invented, or that only their number is not", () => {
    for (const { issues, pulls } of sample.repositories) {
      for (const row of [...issues, ...pulls]) {
        const origin = row.labels.filter((label) => label.startsWith("sample:"));
        const expected = named.has(row.number) ? "sample:number-given" : "sample:invented";
        expect(origin).toEqual(row.number === 2615 ? [] : [expected]);
      }
    }
  });
});
