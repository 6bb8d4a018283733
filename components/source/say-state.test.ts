import { expect, test } from "vitest";
import type { SourcesView, SourceView } from "#/lib/contract/sources.ts";
import { sayState } from "./say-state.ts";

function source(state: SourceView["state"], refusal: string | null = null): SourceView {
  const stream = { stream: "issues", forgeTotal: null, held: 0, lastWholePass: null };
  return {
    id: 1,
    name: "forge",
    kind: "gitea",
    url: "https://forge.example",
    hasToken: false,
    state,
    stateReason: null,
    probedAt: null,
    version: null,
    limits: [],
    repositories: [
      {
        id: 1,
        fullName: "a/b",
        aliases: [],
        streams: [{ ...stream, refusal, underWay: false }],
        run: null,
      },
    ],
  };
}

const view = (...sources: SourceView[]): SourcesView => ({ sources, syncing: false });

test.each([
  ["nothing read yet", undefined, "No source"],
  ["no source", view(), "No source"],
  ["something under way", { ...view(source("ok")), syncing: true }, "Syncing"],
  ["all whole", view(source("ok"), source("ok")), "In sync"],
  ["one of two failed", view(source("ok"), source("failed")), "1 source failed"],
  ["a stream was refused", view(source("ok", "403"), source("ok")), "1 source read in part"],
  ["both: the worse", view(source("ok", "403"), source("failed")), "1 source failed"],
])("%s", (_what, given, text) => {
  expect(sayState(given)).toBe(text);
});
