import { describe, expect, test } from "vitest";
import { change } from "../change.ts";
import type { FakeStatusState } from "../store.ts";
import { asking, CORE, skinnedStore } from "./testing/skinned.ts";

type Combined = { state: string; statuses: { id: number; status: string }[] | null };

const F16 = "16.0.1+gitea-1.22.0";

/** Two commits of one version's forge, on which nobody has posted yet. */
function commits(version: string) {
  const { store, core, ask, read } = asking(skinnedStore(version));
  const place = { store, repository: core };
  const push = (title: string) => change.push(place, { author: "kimi", title }).sha;
  const [sha, other] = [push("chore: one"), push("chore: two")];
  const post = (context: string, state: FakeStatusState, more = {}) =>
    change.setStatus(place, { sha, context, state, ...more });
  const combined = () => read<Combined>(`${CORE}/commits/${sha}/status`);
  return { place, sha, other, post, ask, read, combined };
}

test.each([
  ["1.22.6", "success", "Has been skipped"],
  ["1.24.7", "success", "Has been skipped"],
  ["1.25.5", "skipped", ""],
  ["1.27.0", "skipped", ""],
  [F16, "success", "Has been skipped"],
])("%s posts a skipped job as %s with %j", async (version, status, description) => {
  const { sha, post, read } = commits(version);
  post("ci / e2e (pull_request)", "skipped");
  expect(await read(`${CORE}/statuses/${sha}`)).toMatchObject([{ status, description }]);
});

test("the numbers of statuses begin anew with each commit", async () => {
  const { place, other, post, sha, read } = commits("1.27.0");
  post("a", "success");
  change.setStatus(place, { sha: other, context: "a", state: "success" });
  expect(await read(`${CORE}/statuses/${sha}`)).toMatchObject([{ id: 1 }]);
  expect(await read(`${CORE}/statuses/${other}`)).toMatchObject([{ id: 1 }]);
});

describe("the combined status", () => {
  test.each<[string, FakeStatusState[], string]>([
    ["1.22.6", [], ""],
    ["1.25.5", [], ""],
    ["1.27.0", [], "pending"],
    [F16, [], ""],
    ["1.22.6", ["success", "warning"], "warning"],
    ["1.25.5", ["success", "warning"], "success"],
    ["1.27.0", ["success", "warning"], "failure"],
    [F16, ["success", "warning"], "warning"],
    ["1.22.6", ["pending", "error"], "failure"],
    ["1.22.6", ["success", "skipped"], "success"],
    [F16, ["success", "pending"], "pending"],
  ])("of %s makes %j one %j", async (version, states, state) => {
    const { post, combined } = commits(version);
    for (const [index, each] of states.entries()) post(`job ${index}`, each);
    expect((await combined()).state).toBe(state);
  });

  test.each([
    ["1.22.6", { sha: "", repository: null, url: "" }, null],
    [F16, { sha: "", repository: null, url: "" }, null],
    ["1.25.5", { repository: { name: "molecule-core" } }, "0"],
  ])("of %s with nothing posted is %j and counts %s", async (version, shape, total) => {
    const { sha, ask } = commits(version);
    const answer = ask(`${CORE}/commits/${sha}/status`);
    expect(answer.headers.get("x-total-count")).toBe(total);
    expect(await answer.json()).toMatchObject({ ...shape, total_count: 0, statuses: null });
  });

  test.each([
    ["1.25.5", false],
    ["1.27.0", true],
  ])("of %s has links: %s", (version, hasLink) => {
    const { sha, post, ask } = commits(version);
    post("a", "success");
    post("b", "success");
    expect(ask(`${CORE}/commits/${sha}/status?limit=1`).headers.has("link")).toBe(hasLink);
  });

  test.each([
    ["1.25.5", 1],
    ["1.27.0", 2],
    [F16, 1],
  ])("of %s keeps %i of two files that post one context", async (version, kept) => {
    const { post, combined } = commits(version);
    post("ci / go (push)", "success", { workflow: "ci.yml" });
    post("ci / go (push)", "failure", { workflow: "copy.yml" });
    expect((await combined()).statuses).toHaveLength(kept);
  });
});
