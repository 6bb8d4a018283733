import { describe, expect, test } from "vitest";
import type { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { AppError } from "#/lib/errors.ts";
import { requireNewWord } from "./shape-cluster-pending.ts";

const rename = (cluster: string, name = "x"): ClusterWordValue => ({
  verb: "rename",
  value: { cluster, name },
});
const pin = (cluster: string, pinned = true): ClusterWordValue => ({
  verb: "pin",
  value: { cluster, pinned },
});
const architecture = (cluster: string): ClusterWordValue => ({
  verb: "architecture",
  value: { cluster, architecture: true },
});
const merge = (clusters: string[], into: string): ClusterWordValue => ({
  verb: "merge",
  value: { clusters, into },
});
const move = (items: string[], to: string | null): ClusterWordValue => ({
  verb: "move",
  value: { items, to },
});
const split = (items: string[], name = "x", key = name): ClusterWordValue => ({
  verb: "split",
  value: { cluster: "a", items, key, name },
});

type Case = readonly [what: string, before: readonly ClusterWordValue[], says: ClusterWordValue];

const refusal = (before: readonly ClusterWordValue[], says: ClusterWordValue) => {
  try {
    requireNewWord(says, before);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, error.message.slice(0, 24)];
  }
};

describe("is said before", () => {
  test.each<Case>([
    ["the same name", [rename("a")], rename("a")],
    ["the same name, with others between", [rename("a"), rename("b"), pin("a")], rename("a")],
    ["the same name of another rung of it", [rename("a--gated")], rename("a--blocking")],
    ["the same pin", [pin("a")], pin("a")],
    ["the same flag", [architecture("a")], architecture("a")],
    ["the same merge", [merge(["a", "b"], "c")], merge(["a", "b"], "c")],
    ["a part of a merge", [merge(["a", "b"], "c")], merge(["b"], "c")],
    ["the same move", [move(["1", "2"], "a")], move(["2", "1"], "a")],
    ["a part of a move", [move(["1", "2"], null)], move(["2"], null)],
    ["the same split, under another key", [split(["1", "2"])], split(["2", "1"], "x", "x-2")],
  ])("%s", (_what, before, says) => {
    expect(refusal(before, says)).toEqual(["conflict", "This was said before, an"]);
  });
});

describe("is about a cluster that is merged away", () => {
  test.each<Case>([
    ["a name", [merge(["a"], "b")], rename("a")],
    ["a name, after a merge of one rung of it", [merge(["a--gated"], "b")], rename("a")],
    ["a merge of it into a third", [merge(["a"], "b")], merge(["a"], "c")],
    ["a merge into it", [merge(["a"], "b")], merge(["b"], "a")],
    ["a move to it", [merge(["a"], "b")], move(["1"], "a")],
    ["a split of it", [merge(["a"], "b")], split(["1"])],
  ])("%s", (_what, before, says) => {
    expect(refusal(before, says)).toEqual(["conflict", "The cluster a was merged"]);
  });
});

describe("is news", () => {
  test.each<Case>([
    ["the first word", [], rename("a")],
    ["another name", [rename("a")], rename("a", "y")],
    ["a name after another one", [rename("a"), rename("a", "y")], rename("a")],
    ["the name of another cluster", [rename("a")], rename("b")],
    ["the pin taken off", [pin("a")], pin("a", false)],
    ["another verb", [pin("a")], architecture("a")],
    ["another cluster into the same", [merge(["a"], "c")], merge(["b"], "c")],
    ["more than a merge took", [merge(["b"], "c")], merge(["d", "e"], "c")],
    ["a move elsewhere", [move(["1"], "a")], move(["1"], null)],
    ["a move back", [move(["1"], "a"), move(["1"], "b")], move(["1"], "a")],
    ["a move after a split of it", [move(["1"], "a"), split(["1"])], move(["1"], "a")],
    ["more than was moved", [move(["1"], "a")], move(["1", "2"], "a")],
    ["less than was split off", [split(["1", "2"])], split(["1"])],
    ["a split under another name", [split(["1"])], split(["1"], "y")],
  ])("%s", (_what, before, says) => {
    expect(refusal(before, says)).toBeNull();
  });
});
