import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { FakePullRequest, FakeRepository, FakeStatusState } from "#/lib/fake/store.ts";
import type { Forge } from "../forge.ts";
import { CORE, servedCore } from "./testing/served-core.ts";
import { type Told, toldForge } from "./testing/told-forge.ts";

const ask = (forge: Forge, ...shas: readonly string[]) => Array.fromAsync(forge.checks(CORE, shas));

async function statesOn(forge: Forge, sha: string) {
  const [answer] = await ask(forge, sha);
  if (!answer || !("checks" in answer) || !answer.checks.known) throw new Error("not known");
  return Object.fromEntries(answer.checks.value.map(({ context, state }) => [context, state]));
}

function pullOf(core: FakeRepository, number: number): FakePullRequest {
  const found = core.pulls.find((pull) => pull.number === number);
  if (!found) throw new Error(`no pull request ${number}`);
  return found;
}

describe("the contexts of a commit", () => {
  test("say what they said last, with their moment and an address that has a host", async () => {
    await using place = await servedCore();
    const { headSha, mergeSha } = pullOf(place.core, 2480);
    expect(place.core.statuses.get(headSha)?.map(({ state }) => state)).toContain("failure");
    const [head, merge] = await ask(place.forge, headSha, mergeSha ?? "");
    expect(head).toMatchObject({ sha: headSha, checks: { known: true } });
    const api = { context: "e2e-api / api (pull_request)", state: "success" };
    const at = expect.any(Date);
    const url = expect.stringMatching(/^http:\/\/127.*\/molecule-ai\/molecule-core\/actions\/runs/);
    expect(head).toMatchObject({
      checks: { value: expect.arrayContaining([{ ...api, at, url }]) },
    });
    expect(merge).toMatchObject({
      checks: {
        value: expect.arrayContaining([
          expect.objectContaining({ context: "e2e-api / api (push)", state: "success" }),
        ]),
      },
    });
  });

  test("are asked with one request a commit, each commit once and in its order", async () => {
    await using place = await servedCore();
    const shas = place.core.pulls.slice(0, 20).flatMap((pull) => [pull.headSha, pull.headSha]);
    const answers = await ask(place.forge, ...shas);
    expect(answers.map(({ sha }) => sha)).toEqual([...new Set(shas)]);
    expect(place.served.requests.byEndpoint()).toEqual({
      "GET /settings/api": 1,
      "GET /version": 1,
      "GET /repos/{owner}/{repo}/commits/{ref}/status": 20,
    });
  });

  test("are none on a commit that nobody posted on, which is not unknown", async () => {
    await using place = await servedCore();
    const { sha } = change.push(placeOf(place), { author: "kimi", title: "chore: by hand" });
    expect(await ask(place.forge, sha)).toEqual([{ sha, checks: { known: true, value: [] } }]);
  });

  test("are unknown on a commit that the forge does not have, and the others are read", async () => {
    await using place = await servedCore();
    const { headSha } = pullOf(place.core, 2480);
    const answers = await ask(place.forge, "0".repeat(40), headSha);
    expect(answers).toMatchObject([
      { checks: { known: false, why: expect.stringMatching(/does not have this commit.*404/) } },
      { checks: { known: true } },
    ]);
  });
});

const placeOf = ({ store, core }: Awaited<ReturnType<typeof servedCore>>) => {
  return { store, repository: core };
};

async function withContexts(count: number) {
  const place = await servedCore({ pageMax: 20 });
  const { sha } = change.push(placeOf(place), { author: "kimi", title: "chore: many" });
  const post = (index: number, state: FakeStatusState) =>
    change.setStatus(placeOf(place), { sha, context: `job ${index}`, state });
  for (let index = 0; index < count; index += 1) post(index, "success");
  return { ...place, sha, post };
}

describe("a list of several pages", () => {
  test.each([
    [19, 1],
    [20, 1],
    [21, 2],
    [45, 3],
  ])("is read whole by the header's count and not by the body's: %i", async (count, pages) => {
    await using place = await withContexts(count);
    expect(Object.keys(await statesOn(place.forge, place.sha))).toHaveLength(count);
    expect(place.served.requests.total()).toBe(pages + 2);
  });

  test("from which a context moved to the front while it was read is read again", async () => {
    await using place = await withContexts(45);
    // The first request is for the page size, the second for the first page; job 0 stands on the last one.
    place.served.onRequest(3, () => place.post(0, "failure"));
    const states = await statesOn(place.forge, place.sha);
    expect(Object.keys(states)).toHaveLength(45);
    expect(states["job 0"]).toBe("failure");
  });

  test("that stays shorter than its count is a failure and no shorter list", async () => {
    const body = { statuses: [status("only", "success")] };
    await using told = await toldForge(20, ({ searchParams }) => ({
      body: searchParams.get("page") === "1" ? body : { statuses: null },
      headers: { "x-total-count": "2" },
    }));
    expect(await ask(told.forge, "a")).toMatchObject([
      {
        sha: "a",
        failure: { message: expect.stringMatching(/fewer statuses of a than it counts/) },
      },
    ]);
  });

  test("without a count is read until a page is empty", async () => {
    const all = [1, 2, 3].map((id) => ({ ...status(`job ${id}`, "success"), id }));
    await using told = await toldForge(2, ({ searchParams }) => {
      const page = Number(searchParams.get("page"));
      return { body: { statuses: all.slice((page - 1) * 2, page * 2) } };
    });
    expect(Object.keys(await statesOn(told.forge, "a"))).toHaveLength(3);
  });
});

const status = (context: string, state: string) => ({
  id: 1,
  context,
  status: state,
  created_at: "2026-06-01T00:00:00Z",
});
const saying = (row: object): Told => ({
  body: { statuses: [{ ...status("ci", "success"), ...row }] },
  headers: { "x-total-count": "1" },
});

describe("what other versions and hosts say", () => {
  test("an empty document is no status", async () => {
    await using told = await toldForge(20, () => ({ body: {} }));
    expect(await statesOn(told.forge, "a")).toEqual({});
  });

  test.each(["pending", "success", "error", "failure", "warning", "skipped"])(
    "%s is that",
    async (state) => {
      await using told = await toldForge(20, () => saying({ status: state }));
      expect(await statesOn(told.forge, "a")).toEqual({ ci: state });
    },
  );

  test("a success that was skipped is no success", async () => {
    await using told = await toldForge(20, () => saying({ description: "Has been skipped" }));
    expect(await statesOn(told.forge, "a")).toEqual({ ci: "skipped" });
  });

  test("a state that we do not know makes the commit's checks unknown, naming it", async () => {
    await using told = await toldForge(20, () => saying({ status: "abandoned" }));
    expect(await ask(told.forge, "a")).toMatchObject([
      { checks: { known: false, why: expect.stringMatching(/"abandoned" of the context "ci"/) } },
    ]);
  });

  test.each([
    ["javascript:alert(1)", null],
    ["", null],
    ["https://ci.example/7", "https://ci.example/7"],
  ])("the address %j becomes %j", async (target_url, url) => {
    await using told = await toldForge(20, () => saying({ target_url }));
    expect(await ask(told.forge, "a")).toMatchObject([{ checks: { value: [{ url }] } }]);
  });

  test.each([
    [403, /does not allow this/],
    [500, /answered with an error/],
  ])("%i on one commit says nothing of it, and the others are read", async (code, message) => {
    await using told = await toldForge(20, ({ pathname }) =>
      pathname.includes("/bad/") ? code : saying({}),
    );
    expect(await ask(told.forge, "bad", "good")).toMatchObject([
      { sha: "bad", failure: { message: expect.stringMatching(message) } },
      { sha: "good", checks: { known: true } },
    ]);
  });

  test("a token that is refused is refused for all", async () => {
    await using told = await toldForge(20, () => 401);
    await expect(ask(told.forge, "a", "b")).rejects.toMatchObject({ status: 401 });
  });
});

test.each([
  ["success", "failure", "failure"],
  ["failure", "success", "failure"],
  ["skipped", "success", "skipped"],
  ["pending", "success", "pending"],
] as const)(
  "of two workflow files that post one context, %s and %s, the worse counts",
  async (one, other, state) => {
    await using place = await servedCore();
    const { sha } = change.push(placeOf(place), { author: "kimi", title: "chore: twice" });
    const post = (workflow: string, said: FakeStatusState) =>
      change.setStatus(placeOf(place), { sha, context: "ci / go (push)", state: said, workflow });
    post("ci.yml", one);
    post("copy.yml", other);
    expect(await statesOn(place.forge, sha)).toEqual({ "ci / go (push)": state });
  },
);
