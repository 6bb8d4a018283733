import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DeclaredView } from "#/lib/contract/declared.ts";
import { GapsView } from "#/lib/contract/gaps.ts";
import { ItemView } from "#/lib/contract/item.ts";
import { ProgramRow } from "#/lib/contract/program.ts";
import { readItemOrThrow } from "#/lib/read/item.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { request, send } from "./testing/request.ts";

const sample = await readySample();
afterAll(() => sample.close());
beforeAll(() => request("PUT /operator", { name: "kimi" }));

const DECLARED = "/programs/2615/declared";
const body = { repo: "core", title: "Nobody asks for the new key", priority: "P1" };
const listed = async () =>
  DeclaredView.array().parse((await request(`GET ${DECLARED}`)).body["declared"]);

describe("declared gaps by the API", () => {
  test("one is declared, listed, exported, changed, withdrawn and put back", async () => {
    const made = await request(`POST ${DECLARED}`, {
      ...body,
      note: "=SUM(1)",
      closedBy: [{ repo: "cp", number: 736 }],
    });
    expect(made.status).toBe(201);
    const id = Number(made.body["id"]);
    expect((await listed()).find((each) => each.id === id)).toMatchObject({
      item: null,
      alias: "core",
      priority: "P1",
      withdrawn: null,
      closedBy: [{ label: "cp#736", state: "merged" }],
    });
    await sample.assess();
    const gaps = GapsView.parse((await request("GET /programs/2615/gaps?population=issue")).body);
    const row = gaps.rows.find(({ title }) => title === body.title);
    expect(row).toMatchObject({ kind: "declared", priority: "P1", number: null });
    ItemView.parse(await readItemOrThrow({ item: row?.item ?? 0, clock: NOW, actorId: null }));
    const csv = await (await send("GET /programs/2615/gaps.csv?population=issue")).text();
    expect(csv.split("\n").find((line) => line.includes(body.title))).toMatch(
      /^GAP-\d+,declared,[^,]+,core,,Nobody asks for the new key,P1,/,
    );

    const one = `PATCH ${DECLARED}/${id}`;
    expect((await request(one, { priority: "P3", note: null, closedBy: [] })).status).toBe(200);
    expect((await request(one, { withdrawn: true, reason: "another team" })).status).toBe(200);
    expect((await listed()).find((each) => each.id === id)).toMatchObject({
      priority: "P3",
      note: null,
      closedBy: [],
      withdrawn: { by: "kimi", reason: "another team" },
    });
    expect((await request(one, { withdrawn: false })).status).toBe(200);
  });

  const many = Array.from({ length: 21 }, () => ({ repo: "cp", number: 1 }));
  test.each([
    ["a title that says nothing", { ...body, title: " x " }, 422, /^title: say in a few words/],
    ["a title that is a text", { ...body, title: "x".repeat(201) }, 422, /^title: .*200/],
    ["a priority that is none", { ...body, title: "a b c", priority: "P9" }, 422, /^priority/],
    ["too many pull requests", { ...body, title: "a b c", closedBy: many }, 422, /at most 20/],
    ["a number that is none", { ...body, closedBy: [{ repo: "cp", number: 0 }] }, 422, /number/],
    [
      "a number beyond an integer",
      { ...body, closedBy: [{ repo: "cp", number: 2 ** 31 }] },
      422,
      /number/,
    ],
    ["a title that is taken", body, 409, /declared already/],
  ])("%s is refused", async (_what, given, status, message) => {
    const gaps = await db.declaredGap.count();
    const answer = await request(`POST ${DECLARED}`, given);
    expect(answer).toMatchObject({ status, body: { message: expect.stringMatching(message) } });
    expect(await db.declaredGap.count()).toBe(gaps);
  });

  test.each([
    ["a declaration that is not there", `PATCH ${DECLARED}/99`, { priority: "P0" }, 404],
    ["a withdrawal without a reason", `PATCH ${DECLARED}/1`, { withdrawn: true }, 422],
    ["nothing to change", `PATCH ${DECLARED}/1`, {}, 409],
  ])("%s is refused", async (_what, route, given, status) => {
    expect((await request(route, given)).status).toBe(status);
  });
});

describe("programs by the API", () => {
  const programs = async () =>
    ProgramRow.array().parse((await request("GET /programs")).body["programs"]);

  test("a repository is taken out of scope with a reason, and a program archived, listed and restored", async () => {
    const cp = "DELETE /programs/2615/repositories/cp";
    expect((await request(cp, {})).status).toBe(422);
    expect((await request(cp, { reason: "another team" })).status).toBe(200);
    expect(await programs()).toMatchObject([{ audited: 1, inScopeRepositories: 4 }]);
    expect((await request("POST /programs/2615/archive")).status).toBe(200);
    expect((await request("POST /programs/2615/archive")).status).toBe(409);
    expect(await programs()).toMatchObject([{ slug: "2615", archived: true }]);
    expect((await request(`POST ${DECLARED}`, { ...body, title: "later" })).status).toBe(409);
    expect((await request("POST /programs/2615/restore")).status).toBe(200);
    expect(await programs()).toMatchObject([{ archived: false, archivedAt: null }]);
  });
});
