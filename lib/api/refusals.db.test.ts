import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readClock } from "#/lib/clock.ts";
import { PRESETS } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { closeQueue } from "#/lib/jobs/queue.ts";
import { db } from "#/lib/store/db.ts";
import { actor } from "#/lib/workflow/testing/actors.ts";
import { OPERATIONS } from "./operations.ts";
import { request } from "./testing/request.ts";

const nobody = await actor("Nobody", []);
beforeAll(async () => {
  await request("PUT /operator", { name: "kimi" });
  const policies = { create: { version: 1, rules: PRESETS.blocking } };
  await db.program.create({ data: { slug: "p", name: "P", fixesSince: new Date(), policies } });
  await db.source.create({ data: { name: "dead", kind: "gitea", url: "http://127.0.0.1:9" } });
});
afterAll(closeQueue);

/** An input that is valid for every operation; each takes the fields that it knows. */
const ANY = {
  slug: "p",
  id: "1",
  item: "1",
  name: "n",
  kind: "gitea",
  url: "http://127.0.0.1:9",
  fixesSince: "2026-01-01",
  sourceId: 1,
  fullName: "a/b",
  token: "t",
  alias: "a",
  repo: "a",
  number: 1,
  isFix: false,
  reason: "because",
  title: "a gap",
  paths: "a/**",
};
/** What some operations take otherwise. */
const OTHERWISE: Readonly<Record<string, object>> = {
  apply_policy: { ...ANY, rules: PRESETS.gated, baseVersion: 1 },
  try_policy: { ...ANY, rules: PRESETS.gated },
  edit_charter: { slug: "p", charter: null },
  decide_test_kind: { ...ANY, kind: "unit" },
  decide_link: {
    ...ANY,
    from: { kind: "gate", repositoryId: 1, gate: "ci.yml:e2e" },
    to: { kind: "gap", number: 1 },
    relation: "covers",
    value: "confirm",
  },
  shape_cluster: { ...ANY, shape: { verb: "rename", cluster: "a", name: "b" } },
  take_back_cluster_word: { ...ANY, word: "1" },
  plan_work: { ...ANY, said: { verb: "order", value: null } },
  record_guard: { ...ANY, guard: "an alarm" },
};
const writes = OPERATIONS.filter(({ route }) => !route.startsWith("GET "));

describe("every operation is in the permission table", () => {
  test("each has a name and an address of its own", () => {
    expect(new Set(OPERATIONS.map(({ name }) => name)).size).toBe(OPERATIONS.length);
    expect(new Set(OPERATIONS.map(({ route }) => route)).size).toBe(OPERATIONS.length);
    expect(writes.length).toBeGreaterThanOrEqual(10);
  });

  // What needs nobody: it says who the operator is, or only asks with a body.
  const free = ["name_operator", "would_gate_run", "bench_policy"];
  const guarded = writes.filter(({ name }) => !free.includes(name));
  test.each(guarded)(
    "$route refuses an actor without a role before anything is asked or done",
    async (operation) => {
      const decisions = await db.decision.count();
      const call = { clock: readClock(), actor: async () => nobody, reader: async () => nobody };
      const refused = operation.handle(call, { ...(OTHERWISE[operation.name] ?? ANY) });
      await expect(refused).rejects.toBeInstanceOf(AppError);
      await expect(refused).rejects.toMatchObject({
        code: "forbidden",
        message: expect.stringMatching(/^Nobody may not do this: it takes the role/),
      });
      expect(await db.decision.count()).toBe(decisions);
    },
  );

  test("S24 a program manager may edit a program and may not choose its policy", async () => {
    const pam = await actor("program-manager", ["program_manager"]);
    const named = (wanted: string) => OPERATIONS.find(({ name }) => name === wanted);
    const call = { clock: readClock(), actor: async () => pam, reader: async () => pam };
    const choice = { slug: "p", rules: PRESETS.gated, baseVersion: 1, reason: "because" };
    for (const name of ["try_policy", "apply_policy"])
      await expect(named(name)?.handle(call, choice)).rejects.toMatchObject({ code: "forbidden" });
    const edit = { slug: "p", name: "P2" };
    expect(await named("edit_program")?.handle(call, edit)).toEqual({ slug: "p" });
  });
});

describe("an error has a code, a message for its reader, and the right status", () => {
  const program = { slug: "q", name: "Q", fixesSince: "2026-01-01" };
  test.each([
    ["a path that is none", "GET /nowhere", undefined, 404, /nothing at .*\/nowhere/],
    ["a method that is none", "DELETE /sources", undefined, 404, /nothing at/],
    ["a program that is not there", "GET /programs/absent/gaps", undefined, 404, /no program/],
    ["a gap that is not there", "POST /gaps/77/claim", undefined, 404, /no GAP-77/],
    ["a gap that is no number", "POST /gaps/x/claim", undefined, 422, /^item: /],
    ["a gap beyond an integer", "POST /gaps/99999999999/claim", undefined, 422, /^item: /],
    ["a source beyond an integer", "POST /sources/99999999999/sync", undefined, 422, /^id: /],
    ["a body that is no JSON", "POST /programs", "{", 400, /not a JSON object/],
    ["a body that is a list", "POST /programs", "[]", 400, /not a JSON object/],
    ["a body that is a word", "POST /programs", '"x"', 400, /not a JSON object/],
    ["a field that is missing", "POST /programs", { slug: "q" }, 422, /^name: /],
    ["an address with blanks", "POST /programs", { ...program, slug: "a b" }, 422, /^slug: use/],
    ["a day that is none", "POST /programs", { ...program, fixesSince: "1" }, 422, /YYYY-MM-DD/],
    ["a zone", "POST /programs", { ...program, timeZone: "X/Y" }, 422, /is not a time zone/],
    ["a verdict that is none", "GET /programs/p/gaps?verdict=x", undefined, 422, /^verdict/],
    ["page 0", "GET /programs/p/gaps?page=0", undefined, 422, /^page: /],
    ["an empty name", "PUT /operator", { name: " " }, 422, /^name: give a name/],
    ["a taken name", "PUT /operator", { name: "Nobody" }, 409, /is taken/],
    ["a NUL in a field", "PUT /operator", { name: "a\0b" }, 422, /NUL/],
    ["a NUL in the query", "GET /programs/p/gaps?q=%00", undefined, 422, /NUL/],
    ["a NUL in the path", "GET /programs/%00/gaps", undefined, 422, /NUL/],
    ["half a character", "PUT /operator", '{"name":"a\\ud800"}', 422, /half a character/],
    ["a NUL inside", "POST /programs", { ...program, name: { x: "\0" } }, 422, /NUL/],
  ])("%s", async (_what, route, body, status, message) => {
    const answer = await request(route, body);
    expect(answer).toMatchObject({ status, body: { message: expect.stringMatching(message) } });
    expect(answer.body["code"]).toMatch(/^(usage|invalid|not_found|conflict)$/);
  });

  const source = { name: "s", kind: "gitea" };
  test.each([
    [
      "a forge that does not answer",
      { ...source, url: "http://127.0.0.1:9" },
      502,
      /Check the address/,
    ],
    ["an address that is none", { ...source, url: "ftp://x" }, 422, /Write it as https/],
    ["a folder that is none", { ...source, kind: "git", url: "/nowhere" }, 400, /not a directory/],
  ])("adding %s", async (_what, body, status, message) => {
    const answer = await request("POST /sources", body);
    expect(answer).toMatchObject({ status, body: { message: expect.stringMatching(message) } });
    expect(await db.source.count()).toBe(1);
  });

  test("a password in the address of a forge is refused and said nowhere", async () => {
    const url = "https://kimi:hunter2@forge.example";
    const answer = await request("POST /sources", { ...source, url });
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid" } });
    expect(answer.body["message"]).toMatch(/token/);
    expect(JSON.stringify(answer)).not.toContain("hunter2");
  });

  test("what is not ours is a fixed sentence and no detail", async () => {
    await db.$executeRaw`alter table program rename to program_gone`;
    const answer = await request("GET /programs/p/overview");
    await db.$executeRaw`alter table program_gone rename to program`;
    expect(answer).toEqual({
      status: 500,
      body: { code: "failed", message: expect.stringMatching(/its log has the cause/) },
    });
  });
});
