import { afterAll, describe, expect, test } from "vitest";
import { FILE_LENGTH_MAX, FILES_MAX, GateDetailView, WouldRunView } from "#/lib/contract/gate.ts";
import { GatesView } from "#/lib/contract/gates.ts";
import { db } from "#/lib/store/db.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";
import { wholeDatabase } from "#/lib/workflow/testing/whole-database.ts";
import { request } from "./testing/request.ts";

const sample = await readySample();
afterAll(() => sample.close());

const gate = await db.gate.findFirstOrThrow({
  where: { repositoryId: sample.idOf("core"), workflow: { endsWith: "/e2e-chat.yml" } },
});
const HERE = `/programs/2615/gates/${gate.id}`;
const ask = (body: unknown, at = HERE) => request(`POST ${at}/would-run`, body);

describe("gates, before anybody is named", () => {
  test("the list and each of its gates answer as their contracts say, and nothing changes", async () => {
    const before = await wholeDatabase();
    const list = GatesView.parse((await request("GET /programs/2615/gates?repo=core")).body);
    expect(list.gates).toHaveLength(15);
    for (const { id, name } of list.gates) {
      const { status, body } = await request(`GET /programs/2615/gates/${id}`);
      expect([status, GateDetailView.parse(body).gate.name]).toEqual([200, name]);
    }
    const answer = await ask({ files: ["canvas/a.ts"] });
    expect(answer.status).toBe(200);
    expect(WouldRunView.parse(answer.body)).toMatchObject({ answer: "yes", branch: "main" });
    expect(await wholeDatabase()).toEqual(before);
  });

  test("a branch that its filter leaves out, with the line", async () => {
    const { body } = await ask({ files: ["canvas/a.ts"], branch: "staging" });
    expect(body).toMatchObject({ answer: "no", line: 3, branch: "staging" });
  });

  test("as many paths as may be asked are answered", async () => {
    const files = Array.from({ length: FILES_MAX }, (_, at) =>
      `${at}/`.padEnd(FILE_LENGTH_MAX, "x"),
    );
    expect((await ask({ files })).status).toBe(200);
  });
});

describe("what cannot be asked is refused with what to do", () => {
  test.each([
    ["no paths", { files: [] }, /Give at least one path/],
    ["no list", { files: "a.go" }, /Give the paths of the change as a list/],
    ["nothing", {}, /Give the paths of the change as a list/],
    ["an empty path", { files: ["a.go", ""] }, /A path is empty/],
    ["a path of 501 signs", { files: ["x".repeat(501)] }, /more than 500 signs/],
    ["5,001 paths", { files: Array.from({ length: 5001 }, () => "a") }, /5,000 paths at most/],
    ["a path with a NUL", { files: ["a\0b"] }, /NUL/],
  ])("%s", async (_what, body, said) => {
    const answer = await ask(body);
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid" } });
    expect(answer.body["message"]).toMatch(said);
  });

  test.each([
    ["GET /programs/2615/gates/999999", 404],
    ["GET /programs/absent/gates", 404],
    [`GET /programs/absent/gates/${gate.id}`, 404],
    ["GET /programs/2615/gates/none", 422],
    ["GET /programs/2615/gates?kind=fast", 422],
    ["GET /programs/2615/gaps?gate=none", 422],
  ])("%s: %i", async (route, status) => {
    expect((await request(route)).status).toBe(status);
  });

  test("a gate of another program is not there", async () => {
    const other = { slug: "other", name: "Other", fixesSince: "2026-01-01" };
    await request("PUT /operator", { name: "kimi" });
    expect((await request("POST /programs", other)).status).toBe(201);
    const elsewhere = `/programs/other/gates/${gate.id}`;
    expect((await request(`GET ${elsewhere}`)).status).toBe(404);
    expect((await ask({ files: ["a"] }, elsewhere)).status).toBe(404);
  });
});
