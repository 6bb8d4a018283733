import { afterAll, describe, expect, test } from "vitest";
import { GateDetailView, WouldRunView } from "#/lib/contract/gate.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { db, inTransaction } from "#/lib/store/db.ts";
import { saveSources } from "#/lib/store/save-sources.ts";
import { refusePass } from "#/lib/store/sync-streams.ts";
import { NOW } from "#/lib/sync/testing/sample.ts";
import { readGateOrThrow } from "./gate.ts";
import { readGateReading } from "./gate-reading.ts";
import { heldSample } from "./testing/held-sample.ts";
import { readWouldRunOrThrow } from "./would-run.ts";

const sample = await heldSample();
afterAll(() => sample.close());

const idOf = async (alias: string, workflow: string, job: string) =>
  (
    await db.gate.findFirstOrThrow({
      where: { repositoryId: sample.idOf(alias), workflow: `.gitea/workflows/${workflow}`, job },
    })
  ).id;
const read = async (id: number) =>
  GateDetailView.parse(await readGateOrThrow({ slug: "2615", id, clock: NOW, actorId: null }));

describe("one gate", () => {
  test("says what starts it with every filter and its line, and what it reports", async () => {
    const { definition, branch } = await read(await idOf("core", "e2e-chat.yml", "chat"));
    expect(branch).toBe("main");
    expect(definition?.triggers).toEqual([
      {
        event: "pull_request",
        line: 3,
        types: null,
        filters: [{ kind: "branches", pattern: "main", line: 3 }],
      },
      {
        event: "push",
        line: 4,
        types: null,
        filters: [{ kind: "branches", pattern: "main", line: 4 }],
      },
    ]);
    expect(definition?.contexts).toContain("e2e-chat / chat (pull_request)");
  });

  test("S60 says which step is masked and why, once", async () => {
    const { gate, definition } = await read(await idOf("core", "e2e-peer-visibility.yml", "peers"));
    expect(gate).toMatchObject({ masked: true, required: "direct" });
    const masked = definition?.steps.filter(({ maskReason }) => maskReason !== null);
    expect(masked).toMatchObject(
      [{ place: { line: 11 }, maskReason: /continue-on-error/ }].map((each) => ({
        ...each,
        maskReason: expect.stringMatching(each.maskReason),
      })),
    );
    expect(masked?.[0]?.selects.map(({ pattern, maskReason }) => [pattern, maskReason])).toEqual([
      ["tests/e2e/peer/test_peer_list.sh", null],
      ["tests/e2e/peer/test_peer_leaves_team.sh", null],
      ["tests/e2e/peer/test_external_name.sh", null],
    ]);
  });

  test("lists the files of the branch that it certainly selects, and none beside them", async () => {
    const { definition } = await read(await idOf("core", "ci.yml", "workspace"));
    expect(definition?.files).toMatchObject({ selected: 7, unclear: 0 });
    expect(definition?.files?.paths).toContain("workspace/tests/test_bridge_reconnect.py");
    expect(definition?.files?.paths.every((path) => path.endsWith(".py"))).toBe(true);
  });

  test("holds up the items that the catalogue counts", async () => {
    const view = await read(await idOf("core", "e2e-chat.yml", "chat"));
    expect(view.gate.holds).toBeGreaterThan(0);
    expect(view.items).toHaveLength(Math.min(10, view.gate.holds));
  });

  test.each(["absent", "2615"])("that the program %s does not have is not there", async (slug) => {
    const asked = readGateOrThrow({ slug, id: 999_999, clock: NOW, actorId: null });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("would it run for these files", () => {
  const ask = async (alias: string, workflow: string, job: string, branch?: string) =>
    WouldRunView.parse(
      await readWouldRunOrThrow({
        slug: "2615",
        id: await idOf(alias, workflow, job),
        files: ["canvas/a.ts"],
        ...(branch === undefined ? {} : { branch }),
      }),
    );

  test("it is asked about the default branch where none is named", async () => {
    expect(await ask("core", "e2e-chat.yml", "chat")).toMatchObject({
      answer: "yes",
      branch: "main",
    });
    expect(await ask("core", "e2e-chat.yml", "chat", "staging")).toMatchObject({
      answer: "no",
      line: 3,
      branch: "staging",
    });
  });

  test("what no pull request starts does not run", async () => {
    expect(await ask("core", "continuous-synth.yml", "probe")).toMatchObject({ answer: "no" });
  });
});

describe("the files are read once", () => {
  test("as long as they stay the same, and again when a workflow changes", async () => {
    const id = sample.idOf("cp");
    const first = await readGateReading(id);
    expect(await readGateReading(id)).toBe(first);
    const path = ".gitea/workflows/provider-pr-smoke.yml";
    const text = "on: push\njobs:\n  smoke:\n    steps: []\n";
    await db.workflowFile.update({
      where: { repositoryId_path: { repositoryId: id, path } },
      data: { text },
    });
    const second = await readGateReading(id);
    expect(second.gates.find(({ workflow }) => workflow === path)?.triggers).toEqual(["push"]);
    await inTransaction((tx) =>
      saveSources(tx, id, { sha: "next", paths: ["a_test.go"] }, new Map([["a", known("")]])),
    );
    expect((await readGateReading(id)).tree).toMatchObject({ value: { tests: ["a_test.go"] } });
  });

  test("a gate that is gone from the files says so instead of what it was", async () => {
    const id = await idOf("cp", "provider-live-e2e.yml", "live");
    const path = ".gitea/workflows/provider-live-e2e.yml";
    await db.workflowFile.delete({
      where: { repositoryId_path: { repositoryId: sample.idOf("cp"), path } },
    });
    const view = await read(id);
    expect([view.definition, view.definitionWhy]).toEqual([
      null,
      expect.stringMatching(/not in the workflow files/),
    ]);
    await expect(readWouldRunOrThrow({ slug: "2615", id, files: ["a"] })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("where the tree could not be read the files are not known, with the reason", async () => {
    const refusal = "The token may not read the code.";
    await refusePass({ repositoryId: sample.idOf("core"), stream: "sources", refusal });
    const { definition } = await read(await idOf("core", "ci.yml", "go"));
    expect([definition?.files, definition?.filesWhy]).toEqual([null, refusal]);
    expect((await readGateReading(sample.idOf("core"))).tree).toEqual(unknown(refusal));
    expect(definition?.steps.length).toBeGreaterThan(0);
  });
});
