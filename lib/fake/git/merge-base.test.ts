import { expect, test } from "vitest";
import { createRandom } from "../random.ts";
import { commit } from "./commit.ts";
import { createGit } from "./fake-git.ts";
import { mergeBase } from "./merge-base.ts";
import { onDisk } from "./testing/on-disk.ts";

test("finds a commit that the real git finds, in tangled histories", {
  timeout: 60_000,
}, async () => {
  const git = createGit();
  const random = createRandom(11);
  const ids: string[] = [];
  for (let nth = 0; nth < 60; nth += 1) {
    const recent = ids.slice(-8);
    const parents =
      nth < 2
        ? []
        : [...new Set([random.pick(recent), random.pick(recent)])].slice(0, 1 + random.below(2));
    // All at one moment: nothing but the parents tells which came first.
    const at = "2026-01-01T00:00:00Z";
    const ref = `refs/heads/branch${nth}`;
    ids.push(commit(git, { ref, parents, message: `${nth}`, author: "kimi", at, changes: [] }));
  }
  await using disk = await onDisk(git);
  for (let tries = 0; tries < 60; tries += 1) {
    const [one, other] = [random.pick(ids), random.pick(ids)];
    const found = await disk.ask("merge-base", "--all", one, other).catch(() => "");
    const ours = mergeBase(git, one, other);
    expect(ours === null ? [""] : found.trim().split("\n")).toContain(ours ?? found);
  }
});
