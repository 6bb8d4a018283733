import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commitAt } from "./commit-at.ts";
import { openClone } from "./open-clone.ts";
import { readWorkflows } from "./read-workflows.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

test("workflow files of all forges come with their text, others do not", async () => {
  using scratch = scratchClone();
  scratch.write(".github/workflows/ci.yml", "on: push\n");
  scratch.write(".gitea/workflows/ü.yaml", "ü");
  scratch.write(".github/workflows/README.md", "no");
  scratch.write(".github/workflows/deep/ci.yml", "no");
  scratch.write("x/.github/workflows/ci.yml", "no");
  scratch.commit("one");
  const clone = await openClone(scratch.directory);
  expect(await readWorkflows(clone, clone.head)).toEqual({
    known: true,
    value: [
      { path: ".gitea/workflows/ü.yaml", text: "ü" },
      { path: ".github/workflows/ci.yml", text: "on: push\n" },
    ],
  });
});

test("a repository without workflows has none", async () => {
  using scratch = scratchClone();
  scratch.commit("one");
  const clone = await openClone(scratch.directory);
  expect(await readWorkflows(clone, clone.head)).toEqual({ known: true, value: [] });
});

test("a missing file makes them unknown, since a gate could be in it", async () => {
  using scratch = scratchClone();
  scratch.write(".github/workflows/ci.yml", "on: push\n");
  scratch.commit("one");
  const blob = scratch.git("rev-parse", "HEAD:.github/workflows/ci.yml");
  rmSync(join(scratch.directory, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  const clone = await openClone(scratch.directory);
  expect(await readWorkflows(clone, clone.head)).toMatchObject({ known: false });
});

test("the files of an earlier moment are those of the commit of that moment", async () => {
  using scratch = scratchClone();
  scratch.write(".github/workflows/ci.yml", "old");
  const old = scratch.commit("one");
  scratch.write(".github/workflows/ci.yml", "new");
  scratch.commit("two");
  const clone = await openClone(scratch.directory);
  expect(await commitAt(clone, new Date("2026-06-01T00:01:30Z"))).toBe(old);
  expect(await commitAt(clone, new Date("2020-01-01T00:00:00Z"))).toBeNull();
  expect(await readWorkflows(clone, old)).toMatchObject({ value: [{ text: "old" }] });
});
