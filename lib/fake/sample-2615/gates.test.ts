import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type FakePullRequest, type FakeRepository, repositoryOrThrow } from "../store.ts";
import { sample2615 } from "./sample-2615.ts";

const isFixTitle = /^\s*fix\([^)]*\)!?:/i;
const hasTestRule =
  /_test\.go$|(^|\/)(e2e|servinge2e|staginge2e|tests)\/|\.spec\.ts$|(^|\/)\.(github|gitea|forgejo)\/workflows\/[^/]*(e2e|smoke)/;

const sample = sample2615();
const core = repositoryOrThrow(sample, "molecule-core");
const controlplane = repositoryOrThrow(sample, "molecule-controlplane");
const auditAt = "2026-06-12T01:10:00Z";

const mergedBetween = ({ pulls }: FakeRepository, from: string, to: string) =>
  pulls
    .filter((pull) => pull.mergedAt !== null && pull.mergedAt > from && pull.mergedAt < to)
    .map((pull) => pull.number)
    .toSorted((a, b) => a - b);

describe("the gate pull requests between the comments", () => {
  test("S43 between the audit and the second comment 7 were merged", () => {
    expect(mergedBetween(core, auditAt, "2026-06-12T06:40:00Z")).toEqual([
      2620, 2621, 2624, 2626, 2627,
    ]);
    expect(mergedBetween(controlplane, auditAt, "2026-06-12T06:40:00Z")).toEqual([736, 737]);
  });

  test("S47 between the second and the third comment 5 more were merged", () => {
    const [from, to] = ["2026-06-12T06:40:00Z", "2026-06-12T13:05:00Z"];
    expect(mergedBetween(core, from, to)).toEqual([2629, 2630, 2633]);
    expect(mergedBetween(controlplane, from, to)).toEqual([741, 742]);
  });
});

const gates = [...core.pulls, ...controlplane.pulls].filter(
  (pull) => pull.mergedAt !== null && pull.mergedAt > auditAt,
);

describe("the gate pull requests", () => {
  test("S46 S49 they are 12, not titled as fixes, and each adds an end-to-end test", () => {
    expect(gates).toHaveLength(12);
    for (const gate of gates) {
      expect(gate.title).toMatch(/^(test|ci)\(/);
      const added = gate.files.filter((file) => file.status === "added");
      expect(added.some((file) => /(^|\/)(e2e|servinge2e)\//.test(file.path))).toBe(true);
    }
  });

  test("S53 five of them, and no other, say in a trailer what they cover", () => {
    const covered = gates.flatMap((gate) => {
      const trailer = /^covers #(\d+)$/m.exec(gate.body);
      return trailer ? [[gate.number, Number(trailer[1])]] : [];
    });
    expect(covered.toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
      [2620, 2125],
      [2621, 2589],
      [2624, 2605],
      [2626, 2460],
      [2627, 2548],
    ]);
    const silent = gates.filter((gate) => !/^covers #\d+$/m.test(gate.body));
    expect(silent.filter((gate) => /#\d/.test(gate.body))).toEqual([]);
  });

  test("S45 some were merged by their own author", () => {
    expect(gates.filter((gate) => gate.mergedBy === gate.author).length).toBeGreaterThan(0);
  });
});

type Step = { run?: string; "continue-on-error"?: boolean };
type Job = { steps: Step[]; defaults?: { run?: { "working-directory"?: string } } };
type Workflow = { name: string; on: Record<string, unknown>; jobs: Record<string, Job> };

function workflowsOf({ branches }: FakeRepository): Map<string, Workflow> {
  const found = new Map<string, Workflow>();
  for (const [path, content] of branches[0]?.files ?? []) {
    const name = /^\.gitea\/workflows\/(.+)\.yml$/.exec(path)?.[1];
    if (name) found.set(name, parse(content) as Workflow);
  }
  return found;
}

describe("the workflows at the tip of main", () => {
  test("S18 core has 11 gates and ci", () => {
    expect([...workflowsOf(core).keys()].toSorted()).toEqual([
      "boot-to-registration",
      "ci",
      "continuous-synth",
      "e2e-api",
      "e2e-chat",
      "e2e-peer-visibility",
      "e2e-staging-canvas",
      "e2e-staging-external",
      "e2e-staging-reconciler",
      "e2e-staging-saas",
      "e2e-staging-sanity",
      "e2e-workspace-lifecycle",
    ]);
  });

  test("S20 controlplane has 5 named gates, 2 that the pattern cross-cloud-* finds, ci and deploy", () => {
    expect([...workflowsOf(controlplane).keys()].toSorted()).toEqual([
      "ci",
      "cross-cloud-aws",
      "cross-cloud-gcp",
      "deploy",
      "e2e-tunnel-reboot",
      "provider-live-e2e",
      "provider-pr-smoke",
      "serving-e2e-keys-ssot",
      "stage-c-workspace-backup-smoke",
    ]);
  });
});

describe("the surface at the tip of main", () => {
  test("S17 S19 the named paths exist", () => {
    const hasFolder = ({ branches }: FakeRepository, folder: string) =>
      [...(branches[0]?.files.keys() ?? [])].some((path) => path.startsWith(`${folder}/`));
    for (const folder of ["tests/e2e", "local-e2e", "canvas/e2e"]) {
      expect(hasFolder(core, folder)).toBe(true);
    }
    for (const folder of ["internal/servinge2e", "internal/staginge2e", "tests/e2e"]) {
      expect(hasFolder(controlplane, folder)).toBe(true);
    }
  });

  test("S60 one job is masked by a step that may continue after an error", () => {
    const masked = [core, controlplane].flatMap((repository) =>
      [...workflowsOf(repository)].flatMap(([name, { jobs }]) =>
        Object.entries(jobs).flatMap(([job, { steps }]) =>
          steps.some((step) => step["continue-on-error"]) ? [`${name}:${job}`] : [],
        ),
      ),
    );
    expect(masked).toEqual(["e2e-peer-visibility:peers"]);
  });

  test("S57 every required context is a job of a workflow", () => {
    for (const repository of [core, controlplane]) {
      const contexts = [...workflowsOf(repository).values()].flatMap(({ name, jobs }) =>
        Object.keys(jobs).map((job) => `${name} / ${job} (pull_request)`),
      );
      expect(contexts).toEqual(
        expect.arrayContaining(repository.branches[0]?.protection?.contexts ?? ["none"]),
      );
    }
  });
});

/** Files and folders that the steps of the jobs on pull requests name. */
function namedByJobs(repository: FakeRepository, withMasked: boolean): string[] {
  const workflows = [...workflowsOf(repository).values()].filter(({ on }) => "pull_request" in on);
  const jobs = workflows.flatMap(({ jobs: each }) => Object.values(each));
  return jobs.flatMap(({ steps, defaults }) => {
    const folder = defaults?.run?.["working-directory"];
    const counted = steps.filter((step) => withMasked || !step["continue-on-error"]);
    const words = counted.flatMap((step) => (step.run ?? "").split(/\s+/));
    const paths = words.filter((word) => word.includes("/"));
    return paths.map((path) => {
      const plain = path.replace(/^\.\//, "").replace(/\/(\.\.\.)?$/, "");
      return folder ? `${folder}/${plain}` : plain;
    });
  });
}

function gatedFixes(repository: FakeRepository, withMasked: boolean): FakePullRequest[] {
  const named = namedByJobs(repository, withMasked);
  const isGated = (path: string) =>
    named.some((each) => path === each || path.startsWith(`${each}/`));
  const isEndToEnd = /(^|\/)(e2e|servinge2e|staginge2e)\/|(e2e|smoke)[^/]*$/;
  return repository.pulls.filter(
    (pull) =>
      pull.mergedAt !== null &&
      isFixTitle.test(pull.title) &&
      pull.files.some((file) => hasTestRule.test(file.path)) &&
      pull.files.some(
        (file) => file.status === "added" && isEndToEnd.test(file.path) && isGated(file.path),
      ),
  );
}

describe("the fixes that a gate holds", () => {
  test("S06 by the plain rule 23 fixes are gated: 11 of core and 12 of controlplane", () => {
    expect(gatedFixes(core, true)).toHaveLength(11);
    expect(gatedFixes(controlplane, true)).toHaveLength(12);
  });

  test("S38 without the masked job 20 of 154 are gated, so that 134 gaps are left: 52 and 82", () => {
    const gated = gatedFixes(core, false).length + gatedFixes(controlplane, false).length;
    expect(gated).toBe(20);
    expect(154 - gated).toBe(134);
    expect(102 - gated).toBe(82);
  });
});
