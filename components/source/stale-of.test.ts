import { expect, test } from "vitest";
import type { SourceRepositoryView } from "#/lib/contract/sources.ts";
import { staleOf } from "./stale-of.ts";
import { before, repository, source, view } from "./testing/views.ts";

const failing = { since: before(20), why: "The forge is away." };
const place = { program: "Safety", slug: "safety", alias: "shop", syncEnabled: true };
const failed: SourceRepositoryView = repository({ failing, lastGoodRun: before(30) });

test("figures of a repository whose runs fail are stale since the first of them", () => {
  const older = repository({
    id: 2,
    failing: { since: before(60), why: "The token is refused." },
    lastGoodRun: before(70),
    aliases: [{ ...place, alias: "till" }],
  });
  expect(staleOf(view(source({ repositories: [failed, older] })), "safety")).toEqual({
    aliases: ["shop", "till"],
    since: before(60),
    from: before(70),
  });
});

test.each<[string, SourceRepositoryView]>([
  ["its runs end well", { ...failed, failing: null }],
  ["it was never read whole", { ...failed, lastGoodRun: null }],
  ["it is of another program", { ...failed, aliases: [{ ...place, slug: "other" }] }],
  ["its sync is off", { ...failed, aliases: [{ ...place, syncEnabled: false }] }],
])("nothing is stale where %s", (_why, given) => {
  expect(staleOf(view(source({ repositories: [given] })), "safety")).toBeNull();
});
