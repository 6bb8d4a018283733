import { afterAll, describe, expect, test } from "vitest";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { GateFilter } from "#/lib/contract/gate-filter.ts";
import { GatesView, type GateView } from "#/lib/contract/gates.ts";
import { db } from "#/lib/store/db.ts";
import { refusePass } from "#/lib/store/sync-streams.ts";
import { NOW } from "#/lib/sync/testing/sample.ts";
import { readGapsOrThrow } from "./gaps.ts";
import { readGatesOrThrow } from "./gates.ts";
import { heldSample } from "./testing/held-sample.ts";

const sample = await heldSample();
afterAll(() => sample.close());

const read = async (filter: Record<string, unknown> = {}) =>
  GatesView.parse(await readGatesOrThrow({ slug: "2615", filter: GateFilter.parse(filter) }));
const workflowName = ({ workflow }: GateView) => workflow.replace(/^.*\/|\.yml$/g, "");

describe("the catalogue has what the program names", () => {
  test.each([
    ["S18", "core", "boot-to-registration", "e2e"],
    ["S18", "core", "continuous-synth", "e2e"],
    ["S18", "core", "e2e-api", "e2e"],
    ["S18", "core", "e2e-chat", "e2e"],
    ["S18", "core", "e2e-staging-saas", "e2e"],
    ["S18", "core", "e2e-staging-canvas", "e2e"],
    ["S18", "core", "e2e-staging-external", "e2e"],
    ["S18", "core", "e2e-staging-reconciler", "e2e"],
    ["S18", "core", "e2e-staging-sanity", "e2e"],
    ["S18", "core", "e2e-peer-visibility", "e2e"],
    ["S18", "core", "e2e-workspace-lifecycle", "e2e"],
    ["S20", "cp", "serving-e2e-keys-ssot", "e2e"],
    ["S20", "cp", "provider-live-e2e", "e2e"],
    ["S20", "cp", "provider-pr-smoke", "smoke"],
    ["S20", "cp", "cross-cloud-aws", "e2e"],
    ["S20", "cp", "cross-cloud-gcp", "e2e"],
    ["S20", "cp", "e2e-tunnel-reboot", "e2e"],
    ["S20", "cp", "stage-c-workspace-backup-smoke", "smoke"],
  ])("%s %s %s is there, as %s", async (_requirement, repo, workflow, kind) => {
    const { gates } = await read({ repo });
    const found = gates.filter((gate) => workflowName(gate) === workflow);
    expect(found.map((gate) => gate.kind)).toEqual([kind]);
  });

  test.each([
    ["S17", "core", "tests/e2e/"],
    ["S17", "core", "canvas/e2e/"],
    ["S19", "cp", "internal/servinge2e/"],
    ["S19", "cp", "internal/staginge2e/"],
    ["S19", "cp", "tests/e2e/"],
  ])("%s of %s, gates of kind e2e select tests below %s", async (_requirement, repo, path) => {
    const { gates } = await read({ repo, kind: "e2e" });
    expect(gates.some(({ testPaths }) => testPaths.some((each) => each.startsWith(path)))).toBe(
      true,
    );
  });
});

describe("a filter lets through exactly what it says", () => {
  test.each([
    ["everything", {}, 28],
    ["a repository", { repo: "cp" }, 13],
    ["a kind", { kind: "smoke" }, 2],
    ["masked", { is: "masked" }, 1],
    ["not required", { is: "not_required" }, 14],
    ["required", { is: "required" }, 14],
    ["required not known", { is: "required_unknown" }, 0],
    ["not on pull requests", { is: "off_pull_requests" }, 14],
    ["a test that is selected", { q: "test_peer_list.sh" }, 1],
    ["a workflow and job", { q: "CI.yml:go" }, 2],
    ["two together", { repo: "core", kind: "e2e", is: "required" }, 4],
    ["nothing", { q: "100%" }, 0],
  ])("%s", async (_what, filter, expected) => {
    const view = await read(filter);
    expect(view.gates).toHaveLength(expected);
    expect(view.counts).toEqual({ all: 28, masked: 1, notRequired: 14, unknown: 0 });
  });
});

describe("what a gate holds up", () => {
  test("is exactly as long as the list of items that the gap list shows for it", async () => {
    const { gates } = await read();
    const held = gates.filter(({ holds }) => holds > 0);
    expect(held.length).toBeGreaterThan(3);
    for (const { id, holds } of [...held, ...gates.slice(0, 2)]) {
      const filter = GapFilter.parse({ gate: String(id) });
      const list = await readGapsOrThrow({ slug: "2615", filter, clock: NOW, actorId: null });
      expect([id, list.total]).toEqual([id, holds]);
      expect(list.choices.gate?.id).toBe(id);
    }
  });

  test("a gate that is not there holds up nothing", async () => {
    const filter = GapFilter.parse({ gate: "999999" });
    const list = await readGapsOrThrow({ slug: "2615", filter, clock: NOW, actorId: null });
    expect([list.total, list.choices.gate]).toEqual([0, null]);
  });
});

describe("S57 what a branch demands", () => {
  test("each context names the job that produces it", async () => {
    const { requiredChecks, gates } = await read({ repo: "core" });
    const contexts = requiredChecks[0]?.demands?.contexts ?? [];
    expect(contexts).toHaveLength(7);
    for (const { context, state, gates: by } of contexts) {
      expect([context, state, by.length]).toEqual([context, "produced", 1]);
      const gate = gates.find(({ id }) => id === by[0]?.id);
      expect(gate).toMatchObject({ required: "direct", name: by[0]?.name });
    }
  });

  test("a context that nothing produces is a phantom until it was seen on a commit", async () => {
    const repositoryId = sample.idOf("core");
    const at = await db.protection.findFirstOrThrow({
      where: { repositoryId },
      orderBy: { id: "desc" },
    });
    const contexts = [...at.contexts, "ci / nowhere (pull_request)", "deploy preview"];
    const { id: _id, ...rest } = at;
    await db.protection.create({ data: { ...rest, contexts } });
    const { sha } = await db.commitChecks.findFirstOrThrow({ where: { repositoryId } });
    const seen = { repositoryId, sha, context: "deploy preview", state: "success", at: NOW };
    await db.check.create({ data: seen });
    const [checks] = (await read({ repo: "core" })).requiredChecks;
    expect(checks?.demands?.contexts.slice(-2)).toEqual([
      { context: "ci / nowhere (pull_request)", state: "phantom", gates: [] },
      { context: "deploy preview", state: "external", gates: [] },
    ]);
  });

  test("a context that its job produces and was never seen to is no phantom", async () => {
    const where = { repositoryId: sample.idOf("core"), job: "chat" };
    await db.gate.updateMany({ where, data: { contexts: ["e2e-chat / chat (push)"] } });
    const [checks] = (await read({ repo: "core" })).requiredChecks;
    const of = checks?.demands?.contexts.find(({ context }) => context.includes("e2e-chat"));
    expect(of).toMatchObject({ state: "produced", gates: [{ name: "chat" }] });
  });

  test("before the jobs were held against it nothing is called a phantom, and each gate says why", async () => {
    const repositoryId = sample.idOf("cp");
    await db.gate.updateMany({
      where: { repositoryId },
      data: { required: null, requiredWhy: null, contexts: [] },
    });
    const view = await read({ repo: "cp" });
    const states = view.requiredChecks[0]?.demands?.contexts.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["unknown"]));
    expect(view.gates[0]).toMatchObject({
      required: null,
      requiredWhy: expect.stringMatching(/\w/),
    });
  });

  test("S63 demands that could not be read are unknown with the reason, never none", async () => {
    const refusal = "The token may not read what the branch demands.";
    await refusePass({ repositoryId: sample.idOf("cp"), stream: "protection", refusal });
    const view = await read({ repo: "cp" });
    expect(view.requiredChecks).toEqual([
      { alias: "cp", branch: "main", why: refusal, demands: null },
    ]);
    expect(view.gates.map(({ requiredWhy }) => requiredWhy)).toContain(refusal);
  });
});

describe("tests that no pull request runs", () => {
  test("are listed with why, each in one state", async () => {
    const [core] = (await read({ repo: "core" })).orphans;
    expect(core?.why).toBeNull();
    const of = (path: string) => core?.tests.find((each) => each.path === path);
    expect(of("canvas/e2e/panes/resize.test.ts")?.state).toBe("orphan");
    expect(of("canvas/e2e/staging.spec.ts")).toMatchObject({
      state: "off_pull_requests",
      why: expect.stringContaining("e2e-staging-canvas.yml"),
    });
    expect(of("tests/e2e/peer/test_peer_list.sh")).toBeUndefined();
  });

  test("are not known where the files were not read, and that is no empty list", async () => {
    const refusal = "The token may not read the code of this repository.";
    await refusePass({ repositoryId: sample.idOf("core"), stream: "sources", refusal });
    const { orphans } = await read();
    expect(orphans.map(({ alias, why, tests }) => [alias, why, tests.length > 0])).toEqual([
      ["app", "Sync is switched off for it.", false],
      ["ci", "Sync is switched off for it.", false],
      ["core", refusal, false],
      ["cp", null, true],
      ["landingpage", "Sync is switched off for it.", false],
    ]);
  });
});

test("a program that is not there", async () => {
  await expect(readGatesOrThrow({ slug: "absent" })).rejects.toMatchObject({ code: "not_found" });
});
