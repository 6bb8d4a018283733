import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type FakePullRequest, type FakeRepository, repositoryOrThrow } from "../store.ts";
import { sample2615 } from "./sample-2615.ts";

const sample = sample2615();
const core = repositoryOrThrow(sample, "molecule-core");
const controlplane = repositoryOrThrow(sample, "molecule-controlplane");
const audited = [core, controlplane];

/** What each context of a commit said last. */
function lastOn({ statuses }: FakeRepository, sha: string | null): Map<string, string> {
  const said = statuses.get(sha ?? "") ?? [];
  return new Map(said.map(({ context, state }) => [context, state]));
}

const requiredBy = ({ branches }: FakeRepository) => branches[0]?.protection?.contexts ?? [];

function pullOf({ pulls }: FakeRepository, number: number): FakePullRequest {
  const found = pulls.find((pull) => pull.number === number);
  if (!found) throw new Error(`no pull request ${number}`);
  return found;
}

// The folder that a gate's job runs, the fixes that add a test to it, and the job.
const gatedFixes: readonly (readonly [FakeRepository, string, readonly number[]])[] = [
  [core, "e2e-api / api", [2131, 2250, 2344, 2480]],
  [core, "e2e-chat / chat", [2180, 2361, 2452, 2534]],
  [controlplane, "serving-e2e-keys-ssot / keys", [24, 251, 553, 707]],
  [controlplane, "provider-pr-smoke / smoke", [219, 409, 628, 731]],
  [controlplane, "stage-c-workspace-backup-smoke / backup", [172, 367, 590, 714]],
];

describe("the fixes that stand at a gate", () => {
  test("S06 20 of 154, 13.0 %, have a gate that is required and was green on head and merge", () => {
    const blocking = gatedFixes.flatMap(([repository, job, numbers]) =>
      numbers.filter((number) => {
        const { headSha, mergeSha } = pullOf(repository, number);
        return (
          requiredBy(repository).includes(`${job} (pull_request)`) &&
          lastOn(repository, headSha).get(`${job} (pull_request)`) === "success" &&
          lastOn(repository, mergeSha).get(`${job} (push)`) === "success"
        );
      }),
    );
    expect(blocking).toHaveLength(20);
    expect(((blocking.length / 154) * 100).toFixed(1)).toBe("13.0");
  });

  test("a head was checked before its merge, and what was merged after it", () => {
    for (const repository of audited) {
      for (const { headSha, mergeSha, mergedAt } of repository.pulls) {
        if (!mergeSha || !mergedAt) continue;
        const moments = (sha: string) => repository.statuses.get(sha)?.map(({ at }) => at) ?? [];
        expect(moments(headSha).every((at) => at < mergedAt)).toBe(true);
        expect(moments(mergeSha).every((at) => at > mergedAt)).toBe(true);
        expect(moments(headSha).length).toBeGreaterThan(0);
        expect(moments(mergeSha).length).toBeGreaterThan(0);
      }
    }
  });
});

type Workflow = { name: string; on: Record<string, unknown>; jobs: Record<string, unknown> };

const jobsOf = ({ branches }: FakeRepository, event: string): string[] =>
  [...(branches[0]?.files ?? [])].flatMap(([path, text]) => {
    if (!/^\.gitea\/workflows\/[^/]+\.yml$/.test(path)) return [];
    const { name, on, jobs } = parse(text) as Workflow;
    return event in on ? Object.keys(jobs).map((job) => `${name} / ${job} (${event})`) : [];
  });

describe("what is posted", () => {
  test("S18 S20 follows from the workflows: what they start on pull requests and pushes, and no schedule", () => {
    for (const repository of audited) {
      const newest = repository.pulls
        .filter((pull) => pull.mergedAt !== null)
        .toSorted((a, b) => (a.mergedAt ?? "").localeCompare(b.mergedAt ?? ""))
        .at(-1);
      const head = [...lastOn(repository, newest?.headSha ?? null).keys()];
      const merge = [...lastOn(repository, newest?.mergeSha ?? null).keys()];
      expect(head.toSorted()).toEqual(jobsOf(repository, "pull_request").toSorted());
      expect(merge.toSorted()).toEqual(jobsOf(repository, "push").toSorted());
      expect(merge).toEqual(expect.not.arrayContaining([expect.stringMatching(/live|probe|gcp/)]));
    }
  });

  test("S57 each required context is on the newest head: the forge waits for none that nobody posts", () => {
    for (const [repository, number] of [
      [core, 2633],
      [controlplane, 742],
    ] as const) {
      const { headSha } = pullOf(repository, number);
      expect([...lastOn(repository, headSha).keys()]).toEqual(
        expect.arrayContaining(requiredBy(repository)),
      );
    }
  });

  test.each([
    [core, 2620, "ci / gates (pull_request)"],
    [controlplane, 737, "ci / deploy-gate (pull_request)"],
  ])(
    "a job that a pull request brought is on no head before it",
    (repository, _number, context) => {
      const heads = repository.pulls.filter((pull) =>
        lastOn(repository, pull.headSha).has(context),
      );
      expect(heads.length).toBeGreaterThan(0);
      for (const { mergedAt } of heads) expect((mergedAt ?? "") > "2026-06-12").toBe(true);
    },
  );
});

describe("what went past a check, each on a pull request that stands at a gate of its own", () => {
  test.each([
    ["S56 S59 red", core, 2361, "ci / canvas (pull_request)", "failure"],
    ["S61 skipped", core, 2534, "ci / workspace (pull_request)", "skipped"],
    ["S59 missing", controlplane, 590, "ci / portal (pull_request)", undefined],
    ["S59 red", controlplane, 628, "ci / python (pull_request)", "failure"],
  ])("%s", (_what, repository, number, context, state) => {
    expect(requiredBy(repository)).toContain(context);
    const pull = pullOf(repository, number);
    expect(pull.mergedAt).not.toBeNull();
    expect(lastOn(repository, pull.headSha).get(context)).toBe(state);
  });

  test("S56 beside the red one stands a green one of an event that anybody can start", () => {
    const said = lastOn(core, pullOf(core, 2361).headSha);
    expect(said.get("ci / gate-check (pull_request_target)")).toBe("success");
    expect(requiredBy(core)).not.toContain("ci / gate-check (pull_request_target)");
  });

  test("S60 the masked job is green wherever it ran", () => {
    const states = core.pulls.map((pull) =>
      lastOn(core, pull.headSha).get("e2e-peer-visibility / peers (pull_request)"),
    );
    expect(new Set(states)).toEqual(new Set(["success"]));
  });

  test("S62 one was still pending on main, and S63 an empty token failed loudly and rolled nothing out", () => {
    const waiting = lastOn(controlplane, pullOf(controlplane, 642).mergeSha);
    expect(waiting.get("ci / portal (push)")).toBe("pending");
    const loud = lastOn(controlplane, pullOf(controlplane, 741).mergeSha);
    expect(loud.get("deploy / gate (push)")).toBe("failure");
    expect(loud.get("deploy / roll (push)")).toBe("skipped");
  });
});

test("the other three repositories have no checks, and one approval is all that they demand", () => {
  for (const repository of sample.repositories.filter((each) => !audited.includes(each))) {
    expect(repository.statuses.size).toBe(0);
    expect(repository.branches[0]?.protection).toMatchObject({
      checksRequired: false,
      contexts: [],
      approvals: 1,
    });
  }
});
