import { afterAll, describe, expect, test } from "vitest";
import { ClusterDetailView, ClustersView } from "#/lib/contract/clusters.ts";
import { db } from "#/lib/store/db.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";
import { wholeDatabase } from "#/lib/workflow/testing/whole-database.ts";
import { request } from "./testing/request.ts";

const sample = await readySample();
afterAll(() => sample.close());

const HERE = "/programs/2615/clusters";
const MERGED = `${HERE}/core-security-governance?measure=has_test%401`;
const say = (shape: unknown, reason?: string) =>
  request(`POST ${HERE}/words`, reason === undefined ? { shape } : { shape, reason });
const merge = { verb: "merge", clusters: ["provisioner"], into: "core-security-governance" };
const list = async () =>
  ClustersView.parse((await request(`GET ${HERE}?measure=has_test%401`)).body);

test("before anybody is named the list and each cluster can be read, and nothing said", async () => {
  const before = await wholeDatabase();
  const { clusters } = await list();
  for (const { key, name } of clusters) {
    const { status, body } = await request(`GET ${HERE}/${key}?measure=has_test%401`);
    expect([status, ClusterDetailView.parse(body).cluster.name]).toEqual([200, name]);
  }
  expect((await say(merge)).status).toBe(403);
  expect((await request(`POST ${HERE}/words/1/take-back`)).status).toBe(403);
  expect(await wholeDatabase()).toEqual(before);
});

describe("a word", () => {
  test("is told with its number and its sentence, shapes what is assessed, and taken back all is as it was", async () => {
    await request("PUT /operator", { name: "kimi" });
    const before = await list();
    const said = await say(merge, " One harness closes both. ");
    expect(said).toEqual({ status: 201, body: { word: expect.any(Number) } });
    const waiting = await list();
    expect([waiting.judging, waiting.words[0]?.shapes]).toEqual([true, false]);
    await sample.assess();
    const { judging, words, clusters, gaps } = await list();
    expect([judging, gaps]).toEqual([false, before.gaps]);
    expect(words).toMatchObject([{ reason: "One harness closes both.", by: "kimi", shapes: true }]);
    expect(clusters.map(({ key, tally }) => [key, tally.gap])).toEqual([
      ["deploy-gate", 24],
      ["core-security-governance", 8],
    ]);
    const own = ClusterDetailView.parse((await request(`GET ${MERGED}`)).body);
    expect(own.words.map(({ id }) => id)).toEqual([said.body["word"]]);
    expect(own.others.map(({ key }) => key)).toEqual(["deploy-gate"]);
    expect((await request(`GET ${HERE}/provisioner`)).status).toBe(404);

    const back = `POST ${HERE}/words/${String(said.body["word"])}/take-back`;
    expect(await request(back)).toEqual({ status: 200, body: {} });
    expect(await request(back)).toMatchObject({ status: 409, body: { code: "conflict" } });
    await sample.assess();
    expect(await list()).toEqual(before);
  });

  test("on what is not shown at a measure is marked so there", async () => {
    const { clusters } = ClustersView.parse((await request(`GET ${HERE}?measure=blocking`)).body);
    const small = clusters.find(({ origin }) => origin === "suggested");
    if (!small) throw new Error("The sample suggests nothing.");
    const said = await say({ verb: "rename", cluster: small.key, name: "Neighbours" });
    await sample.assess();
    const shapes = async (measure: string) => {
      const { body } = await request(`GET ${HERE}?measure=${measure}`);
      const { words } = ClustersView.parse(body);
      return words.map(({ text, shapes: effect }) => [text.endsWith("“Neighbours”"), effect]);
    };
    expect(await shapes("blocking")).toEqual([[true, true]]);
    await db.cluster.deleteMany({ where: { measure: "live", name: "Neighbours" } });
    expect(await shapes("live")).toEqual([[true, false]]);
    await request(`POST ${HERE}/words/${String(said.body["word"])}/take-back`);
    await sample.assess();
  });
});

describe("what cannot be said is refused with what to do, and nothing is left of it", () => {
  const pin = { verb: "pin", cluster: "deploy-gate", pinned: true };
  test.each<[string, unknown, number, RegExp]>([
    ["no verb", { cluster: "deploy-gate" }, 422, /verb/],
    ["another verb", { ...pin, verb: "close" }, 422, /verb/],
    ["no cluster", { verb: "pin", pinned: true }, 422, /cluster/],
    [
      "a name of spaces",
      { verb: "rename", cluster: "deploy-gate", name: " " },
      422,
      /a name|name:/,
    ],
    ["two lines", { verb: "rename", cluster: "deploy-gate", name: "a\nb" }, 422, /one line/],
    ["no gap", { verb: "move", items: [], to: null }, 422, /choose at least one gap/],
    ["half a gap", { verb: "move", items: [1.5], to: null }, 422, /items/],
    ["a number beyond all", { verb: "move", items: [2 ** 40], to: null }, 422, /items/],
    [
      "501 gaps",
      { verb: "move", items: Array.from({ length: 501 }, (_, at) => at + 1), to: null },
      422,
      /500 gaps at most/,
    ],
    ["a cluster that is gone", { ...pin, cluster: "absent" }, 404, /There is no cluster absent/],
    ["a NUL", { ...pin, cluster: "a\0b" }, 422, /NUL/],
  ])("%s", async (_what, shape, status, message) => {
    const before = await wholeDatabase();
    const answer = await say(shape);
    expect([answer.status, answer.body["message"]]).toEqual([
      status,
      expect.stringMatching(message),
    ]);
    expect(await wholeDatabase()).toEqual(before);
  });

  test("a word of a program that is not there, and the number of none", async () => {
    const elsewhere = await request("POST /programs/absent/clusters/words", { shape: pin });
    expect(elsewhere.status).toBe(404);
    expect((await request(`POST ${HERE}/words/0/take-back`)).status).toBe(422);
    expect((await request(`POST ${HERE}/words/4000000000/take-back`)).status).toBe(422);
  });
});
