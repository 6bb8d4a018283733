import fc from "fast-check";
import { expect, test } from "vitest";
import { changedFiles } from "./changed-files.ts";
import { commit, type GitChange, treeOf } from "./commit.ts";
import { diffTrees } from "./diff-trees.ts";
import { createGit, type FakeGit } from "./fake-git.ts";
import { firstParents } from "./first-parents.ts";
import { readFiles, readText } from "./read-files.ts";
import { onDisk } from "./testing/on-disk.ts";
import { sizesOf, toldByGit } from "./testing/told-by-git.ts";

const at = (nth: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, nth)).toISOString();

test("gives the ids that git gives", () => {
  const git = createGit();
  expect(git.objects.add("blob", Buffer.from("hello\n"))).toBe(
    "ce013625030ba8dba906f756967f9e9ca394464a",
  );
  expect(git.objects.add("tree", Buffer.alloc(0))).toBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
});

const names = ["a", "b.ts", "lib", "lib.ts", "lib-x", "über", "z z"];
const path = fc
  .array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 })
  .map((parts) => `${parts.map((part) => `d-${part}`).join("/")}/f-${parts.at(-1)}`);
const content = fc.oneof(
  fc
    .integer({ min: 0, max: 60 })
    .chain((lines) =>
      fc
        .integer({ min: 0, max: 3 })
        .map((salt) =>
          Array.from(
            { length: lines },
            (_, nth) => `line ${nth} of ${nth % 7 === salt ? salt : 9}\n`,
          ).join(""),
        ),
    ),
  fc.string({ maxLength: 3000 }),
  fc.uint8Array({ maxLength: 3000 }),
);
const wish = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), path, content, executable: fc.boolean() }),
  fc.record({ kind: fc.constant("delete" as const), pick: fc.nat(), path }),
  fc.record({ kind: fc.constant("rename" as const), pick: fc.nat(), path }),
);
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;
const history = fc.array(fc.array(wish, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 12,
});

/** The wishes that can be granted: each path at most once, and what is deleted or moved is there. */
function grant(git: FakeGit, parent: string | null, wishes: readonly Wish[]): GitChange[] {
  const held = parent === null ? [] : [...readFiles(git, parent).keys()];
  const used = new Set<string>();
  const take = (...paths: string[]): boolean => {
    if (paths.some((each) => used.has(each))) return false;
    for (const each of paths) used.add(each);
    return true;
  };
  return wishes.flatMap((each): GitChange[] => {
    if (each.kind === "write") return take(each.path) ? [each] : [];
    const from = held[each.pick % Math.max(1, held.length)];
    if (from === undefined || from === each.path) return [];
    if (each.kind === "delete") return take(from) ? [{ kind: "delete", path: from }] : [];
    if (held.includes(each.path) || !take(from, each.path)) return [];
    return [{ kind: "rename", from, path: each.path }];
  });
}

test("random commits are what the real git makes of them", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (commits) => {
      const git = createGit();
      const line: string[] = [];
      for (const [nth, wishes] of commits.entries()) {
        const parent = line.at(-1);
        line.push(
          commit(git, {
            ref: "refs/heads/main",
            parents: parent === undefined ? [] : [parent],
            message: `commit ${nth}`,
            author: "kimi",
            at: at(nth),
            changes: grant(git, parent ?? null, wishes),
          }),
        );
      }
      await using disk = await onDisk(git);
      expect(await disk.ask("fsck", "--strict", "--full")).toBe("");
      const log = (await disk.ask("log", "--format=%H", "main")).trim().split("\n");
      expect(log).toEqual(line.toReversed());
      const tip = line.at(-1) ?? "";
      expect([...firstParents(git, tip)].map(({ id }) => id)).toEqual(log);
      const listed = (await disk.ask("ls-tree", "-r", "-z", tip)).split("\0").slice(0, -1);
      const ours = [...readFiles(git, tip)].map(
        ([name, { mode, id }]) => `${mode} blob ${id}\t${name}`,
      );
      expect(ours.toSorted()).toEqual(listed.toSorted());
      const before = line.at(-2);
      if (before === undefined) return;
      const told = await disk.ask(
        "diff-tree",
        "-r",
        "-z",
        "--no-renames",
        "--name-only",
        before,
        tip,
      );
      const [old, now] = [treeOf(git, before), treeOf(git, tip)];
      expect(diffTrees(git.objects, old, now).map(({ path: changed }) => changed)).toEqual(
        told.split("\0").slice(0, -1),
      );
    }),
    { numRuns: 25 },
  );
});

test("reads a file back through a long chain of changes", () => {
  const git = createGit();
  let parent: string | null = null;
  const ids: string[] = [];
  for (let nth = 0; nth < 200; nth += 1) {
    const lines = Array.from(
      { length: 300 },
      (_, line) => `line ${line} ${line === nth ? "changed" : ""}\n`,
    );
    const changes: GitChange[] = [{ kind: "write", path: "src/a.ts", content: lines.join("") }];
    const parents: string[] = parent === null ? [] : [parent];
    parent = commit(git, {
      ref: null,
      parents,
      message: `${nth}`,
      author: "kimi",
      at: at(nth),
      changes,
    });
    ids.push(parent);
  }
  const texts = ids.map((id) => Buffer.from(readText(git, id, "src/a.ts") ?? []).toString());
  expect(texts.every((text, nth) => text.includes(`line ${nth} changed\n`))).toBe(true);
});

const text = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, nth) => `line ${from + nth}\n`).join("");

const before: GitChange[] = [
  { kind: "write", path: "edited.ts", content: text(0, 30) },
  { kind: "write", path: "gone.ts", content: text(100, 130) },
  { kind: "write", path: "moved.ts", content: text(200, 230) },
  { kind: "write", path: "moved and edited.ts", content: text(300, 330) },
  { kind: "write", path: "image.png", content: Uint8Array.of(1, 0, 2) },
  { kind: "write", path: "no end", content: "one\ntwo" },
  { kind: "write", path: "run.sh", content: "true\n" },
];

test.each<[string, GitChange[]]>([
  [
    "an edit",
    [{ kind: "write", path: "edited.ts", content: `${text(0, 10)}x\ny\n${text(12, 30)}` }],
  ],
  ["a new file", [{ kind: "write", path: "new/a.ts", content: text(400, 410) }]],
  ["an empty file", [{ kind: "write", path: "empty", content: "" }]],
  ["a deletion", [{ kind: "delete", path: "gone.ts" }]],
  ["a move", [{ kind: "rename", from: "moved.ts", path: "b/moved.ts" }]],
  [
    "a move with an edit",
    [
      {
        kind: "rename",
        from: "moved and edited.ts",
        path: "c.ts",
        content: `x\n${text(300, 325)}`,
      },
    ],
  ],
  [
    "a move that leaves less than half",
    [
      {
        kind: "rename",
        from: "moved.ts",
        path: "c.ts",
        content: `${text(200, 210)}${text(500, 540)}`,
      },
    ],
  ],
  ["a binary file", [{ kind: "write", path: "image.png", content: Uint8Array.of(1, 0, 3) }]],
  ["a missing newline", [{ kind: "write", path: "no end", content: "one\ntwo\n" }]],
  ["another mode", [{ kind: "write", path: "run.sh", content: "true\n", executable: true }]],
  [
    "a file that becomes a folder",
    [
      { kind: "delete", path: "gone.ts" },
      { kind: "write", path: "gone.ts/a", content: text(600, 620) },
    ],
  ],
])("tells %s as git does", async (_, changes) => {
  const git = createGit();
  const input = { ref: "refs/heads/main", message: "m", author: "kimi", at: at(1) };
  const first = commit(git, { ...input, parents: [], changes: before });
  const second = commit(git, { ...input, parents: [first], changes });
  await using disk = await onDisk(git);
  expect(await disk.ask("fsck", "--strict")).toBe("");
  expect(sizesOf(changedFiles(git, first, second))).toEqual(await toldByGit(disk, first, second));
});
