import { expect, test } from "vitest";
import type { SourceView } from "#/lib/contract/sources.ts";
import { sayState } from "./say-state.ts";
import { before, repository, source as sourceOf, stream, view } from "./testing/views.ts";

const source = (state: SourceView["state"], refusal: string | null = null) =>
  sourceOf({ state, repositories: [repository({ streams: [stream({ refusal })] })] });
const lost = sourceOf({ repositories: [repository({ lost: { at: before(1), why: "404" } })] });

test.each([
  ["nothing read yet", undefined, "No source"],
  ["no source", view(), "No source"],
  ["something under way", { ...view(source("failed")), syncing: true }, "Syncing"],
  ["all whole", view(source("ok"), source("ok")), "In sync"],
  ["one of two failed", view(source("ok"), source("failed")), "1 source failed"],
  ["a stream was refused", view(source("ok", "403"), source("ok")), "1 source read in part"],
  ["a repository is not shown", view(lost), "1 source read in part"],
  ["both: the worse", view(source("ok", "403"), source("failed")), "1 source failed"],
  ["a limit is used up", view(source("waiting"), source("ok", "403")), "1 source waiting"],
  [
    "a token is refused, whatever else is read",
    { ...view(source("refused"), source("failed")), syncing: true },
    "1 token refused",
  ],
])("%s", (_what, given, text) => {
  expect(sayState(given)).toBe(text);
});
