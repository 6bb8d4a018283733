import { afterAll, describe, expect, test } from "vitest";
import { GapsView } from "#/lib/contract/gaps.ts";
import { OverviewView } from "#/lib/contract/overview.ts";
import { SourcesView } from "#/lib/contract/sources.ts";
import { db } from "#/lib/store/db.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";
import { wholeDatabase } from "#/lib/workflow/testing/whole-database.ts";
import { request, send } from "./testing/request.ts";

const sample = await readySample();
afterAll(() => sample.close());

const firstGap = async () =>
  (
    await db.verdict.findFirstOrThrow({
      where: { measure: "blocking", verdict: "gap", item: { claim: null } },
      orderBy: { itemId: "asc" },
    })
  ).itemId;

describe("before anybody is named", () => {
  test("everything can be read, and there is no operator", async () => {
    expect(await request("GET /operator")).toEqual({ status: 200, body: { operator: null } });
    expect((await request("GET /programs/2615/overview")).status).toBe(200);
    expect((await request("GET /programs/2615/gaps")).status).toBe(200);
    expect((await request("GET /sources")).status).toBe(200);
  });

  const source = { name: "x", kind: "git", url: "/tmp" };
  const program = { slug: "x", name: "X", fixesSince: "2026-01-01" };
  test.each([
    ["POST /gaps/1/claim", undefined],
    ["POST /gaps/1/release", undefined],
    ["POST /programs", program],
    ["PATCH /programs/2615", { name: "x" }],
    ["POST /programs/2615/archive", undefined],
    ["DELETE /programs/2615", undefined],
    ["POST /programs/2615/repositories", { sourceId: 1, fullName: "a/b", alias: "x" }],
    ["POST /sources", source],
    ["POST /sources/1/sync", undefined],
  ])("%s is refused with what to do first, and changes nothing", async (route, body) => {
    const decisions = await db.decision.count();
    const { status, body: said } = await request(route, body);
    expect(status).toBe(403);
    expect(said).toEqual({
      code: "forbidden",
      message: expect.stringMatching(/^Nobody is named.*Give a name in the settings/),
    });
    expect(await db.decision.count()).toBe(decisions);
  });

  test("the first name makes the operator", async () => {
    const { status, body } = await request("PUT /operator", { name: " kimi " });
    expect(status).toBe(200);
    expect(body).toMatchObject({ operator: { name: "kimi", kind: "person" } });
  });
});

describe("each operation answers", () => {
  test("S28 S30 the overview and the list, as their contracts say", async () => {
    const overview = OverviewView.parse((await request("GET /programs/2615/overview")).body);
    expect(overview.measures[0]?.tally.covered).toBe(102);
    const address = "GET /programs/2615/gaps?measure=has_test%401&verdict=gap&repo=cp&repo=core";
    const gaps = GapsView.parse((await request(address)).body);
    expect([gaps.total, gaps.rows.length]).toEqual([52, 50]);
    SourcesView.parse((await request("GET /sources")).body);
  });

  test("S31 the CSV has every row of the filter, a header, and no cell that a spreadsheet would run", async () => {
    const { itemId, title } = await db.standing.findFirstOrThrow({ where: { population: "fix" } });
    await db.standing.update({ where: { itemId }, data: { title: '=HYPERLINK("http://x","y")' } });
    const response = await send("GET /programs/2615/gaps.csv?measure=has_test%401");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="gaps_2615_\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.subarray(3).toString("utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(155);
    expect(lines[0]).toBe(
      "id,kind,repository,alias,number,title,priority,measure,verdict,rung,cluster,entered_at,claimed_by,claimed_until,sample_row,url,policy",
    );
    expect(lines.filter((line) => line.includes("HYPERLINK"))).toEqual([
      expect.stringContaining(`"'=HYPERLINK(""http://x"",""y"")"`),
    ]);
    await db.standing.update({ where: { itemId }, data: { title } });
    const empty = await send("GET /programs/2615/gaps.csv?repo=nowhere");
    expect((await empty.text()).trimEnd().split("\n")).toHaveLength(1);
  });

  test("S41 a gap is claimed, cannot be claimed again, and is released", async () => {
    const item = await firstGap();
    const claimed = await request(`POST /gaps/${item}/claim`);
    expect(claimed).toMatchObject({ status: 200, body: { claim: { by: "kimi", mine: true } } });
    expect(await request(`POST /gaps/${item}/claim`)).toMatchObject({
      status: 409,
      body: { code: "conflict", message: expect.stringMatching(/^kimi claimed GAP-/) },
    });
    const released = await request(`POST /gaps/${item}/release`);
    expect(released).toEqual({ status: 200, body: { claim: null } });
    expect((await request(`POST /gaps/${item}/release`)).status).toBe(409);
  });

  test("a source is added, a program made, a repository put in its scope, a sync asked for", async () => {
    const token = "gto_51c0ffee51c0ffee";
    const input = { name: "second", kind: "gitea", url: sample.served.url, token };
    const added = await request("POST /sources", input);
    expect(added).toMatchObject({ status: 201, body: { probe: { version: "1.27.0" } } });
    expect(await wholeDatabase()).not.toContain(token);
    expect(JSON.stringify(added)).not.toContain(token);
    const sourceId = Number(added.body["id"]);
    const program = { slug: "own", name: "Own", fixesSince: "2026-04-13", preset: "gated" };
    expect(await request("POST /programs", program)).toEqual({
      status: 201,
      body: { slug: "own" },
    });
    const entry = { sourceId, fullName: "molecule-ai/molecule-core", alias: "core" };
    const scoped = await request("POST /programs/own/repositories", entry);
    expect(scoped).toMatchObject({ status: 201, body: { repositoryId: expect.any(Number) } });
    expect(await request(`POST /sources/${sourceId}/sync`)).toEqual({
      status: 202,
      body: { repositories: 1 },
    });
    expect(await request("PATCH /programs/own", { name: "Ours" })).toMatchObject({
      status: 200,
    });
    expect((await request("POST /programs/own/archive")).status).toBe(200);
    expect((await request("DELETE /programs/own")).status).toBe(409);
  });

  test("the sample is removed, and then is not there", async () => {
    expect(await request("DELETE /programs/2615")).toEqual({ status: 200, body: { slug: "2615" } });
    expect(await request("GET /programs/2615/overview")).toMatchObject({
      status: 404,
      body: { code: "not_found", message: "There is no program at 2615." },
    });
  });
});
