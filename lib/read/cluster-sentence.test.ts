import { expect, test } from "vitest";
import type { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { saySpokenCluster } from "./cluster-sentence.ts";

const NAMES: Readonly<Record<string, string>> = { a: "Deploy", b: "Boot" };
const names = {
  cluster: (key: string) => NAMES[key] ?? null,
  gaps: new Map([
    ["pull:1:1", "GAP-1"],
    ["pull:1:2", "GAP-2"],
  ]),
};
const items = ["pull:1:1", "pull:1:2"];

const WORDS: readonly (readonly [ClusterWordValue, string])[] = [
  [{ verb: "rename", value: { cluster: "a", name: "Ship" } }, "“Deploy” is called “Ship”"],
  [{ verb: "rename", value: { cluster: "gone", name: "Ship" } }, "“gone” is called “Ship”"],
  [{ verb: "merge", value: { clusters: ["a"], into: "b" } }, "“Deploy” merged into “Boot”"],
  [
    { verb: "merge", value: { clusters: ["a", "c", "d"], into: "b" } },
    "“Deploy”, “c” and “d” merged into “Boot”",
  ],
  [
    { verb: "split", value: { cluster: "a", items, key: "k", name: "New" } },
    "GAP-1 and GAP-2 split from “Deploy” as “New”",
  ],
  [
    { verb: "move", value: { items: [...items, "pull:1:3"], to: "b" } },
    "GAP-1, GAP-2 and 1 more moved to “Boot”",
  ],
  [{ verb: "move", value: { items, to: null } }, "GAP-1 and GAP-2 moved out of every cluster"],
  [
    { verb: "move", value: { items: ["pull:9:1", "pull:9:2"], to: null } },
    "2 gaps moved out of every cluster",
  ],
  [{ verb: "pin", value: { cluster: "a", pinned: true } }, "“Deploy” is pinned: it stays in view"],
  [{ verb: "pin", value: { cluster: "a", pinned: false } }, "“Deploy” is not pinned any more"],
  [
    { verb: "architecture", value: { cluster: "a", architecture: true } },
    "“Deploy” needs the CTO’s sign-off",
  ],
  [
    { verb: "architecture", value: { cluster: "a", architecture: false } },
    "“Deploy” needs no sign-off of the CTO",
  ],
];

test.each(WORDS.map(([says, sentence]) => [sentence, says] as const))("%s", (sentence, says) => {
  expect(saySpokenCluster(says, names)).toBe(sentence);
});
