import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import { openForge } from "#/lib/forge/open-forge.ts";
import { db } from "#/lib/store/db.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { syncRepository } from "./sync-repository.ts";
import { cloneSource, squash } from "./testing/clone-source.ts";
import { storedFacts, written } from "./testing/facts.ts";

const heldIn = async (repositoryId: number) => {
  const rows = await db.pullRequest.findMany({
    where: { repositoryId },
    orderBy: { number: "asc" },
    include: { files: { orderBy: { path: "asc" } } },
  });
  return rows.map(({ number, filesKnown, files }) => [
    number,
    filesKnown ? files.map(({ path, status }) => `${status} ${path}`) : "unknown",
  ]);
};

test("the merged pull requests of a clone arrive with their files, and its workflow files too", async () => {
  using clone = await cloneSource();
  expect(await clone.sync()).toBe("done");
  expect(await heldIn(clone.repositoryId)).toEqual([
    [1, ["modified a.go"]],
    [2, ["added a_test.go"]],
  ]);
  const { repositoryId } = clone;
  expect(await db.workflowFile.count({ where: { repositoryId } })).toBe(1);
  const streams = await db.syncStream.findMany({ where: { repositoryId, completedAt: null } });
  // A clone tells no runs and no demands, and each stream says so.
  expect(streams.map(({ stream }) => stream).toSorted()).toEqual(["checks", "protection"]);
  expect(streams.every(({ refusal }) => /clone/.test(refusal ?? ""))).toBe(true);
});

test("syncing a clone again writes no row anew", async () => {
  using clone = await cloneSource();
  await clone.sync();
  const before = await storedFacts(clone.repositoryId);
  expect(await clone.sync()).toBe("done");
  expect(written(before, await storedFacts(clone.repositoryId))).toEqual([]);
});

test("commits that are pulled later are not lost, though they are older than the last pass", async () => {
  using clone = await cloneSource();
  await clone.sync();
  const key = { repositoryId: clone.repositoryId, stream: "pulls" };
  const stream = await db.syncStream.findUniqueOrThrow({ where: { repositoryId_stream: key } });
  squash(clone.scratch, 3, "b.go");
  const committedAt = Number(clone.scratch.git("log", "-1", "--format=%ct")) * 1000;
  expect(committedAt).toBeLessThan(stream.watermark?.getTime() ?? 0);
  expect(await clone.sync()).toBe("done");
  expect(await heldIn(clone.repositoryId)).toContainEqual([3, ["added b.go"]]);
  expect(await heldIn(clone.repositoryId)).toHaveLength(3);
});

test("a shallow clone says why files are unknown, and has them once it was deepened", async () => {
  using clone = await cloneSource();
  using copy = scratchClone();
  copy.git("fetch", "-q", "--depth=1", `file://${clone.scratch.directory}`, "main");
  copy.git("reset", "-q", "--hard", "FETCH_HEAD");
  const { directory } = copy;
  const source = await db.source.create({ data: { name: directory, kind: "git", url: directory } });
  const forge = () => openForge({ kind: "git", url: directory });
  const repositoryId = await saveRepository(db, source.id, await forge().repository(directory));
  const sync = async () =>
    (
      await syncRepository({
        repositoryId,
        forge: forge(),
        now: () => new Date(),
        signal: new AbortController().signal,
      })
    ).state;
  expect(await sync()).toBe("done");
  expect(await heldIn(repositoryId)).toEqual([[2, "unknown"]]);
  const [held] = await db.pullRequest.findMany({ where: { repositoryId } });
  expect(held?.filesWhy).toMatch(/git fetch --unshallow/);
  copy.git("fetch", "-q", "--unshallow", `file://${clone.scratch.directory}`, "main");
  expect(await sync()).toBe("done");
  expect(await heldIn(repositoryId)).toEqual([
    [1, ["modified a.go"]],
    [2, ["added a_test.go"]],
  ]);
});

test("patches are read from the clone, and one whose text it lacks is asked for again by the next sync", async () => {
  using clone = await cloneSource();
  const { scratch, repositoryId } = clone;
  scratch.write("b.go", "package b\n");
  scratch.write("b_test.go", "package b // test\n");
  scratch.commit("fix(core): both (#3)");
  const blob = scratch.git("rev-parse", "HEAD:b_test.go");
  const object = join(scratch.directory, ".git/objects", blob.slice(0, 2), blob.slice(2));
  const bytes = readFileSync(object);
  rmSync(object);
  const held = () =>
    db.filePatch.findMany({
      where: { repositoryId, number: 3 },
      orderBy: { path: "asc" },
      select: { path: true, patch: true, why: true },
    });
  expect(await clone.sync()).toBe("done");
  const added = (text: string) => expect.stringMatching(new RegExp(`^@@ .* @@\\n\\+${text}\\n?$`));
  const product = { path: "b.go", patch: added("package b"), why: null };
  const why = expect.stringMatching(/^Asked again by every sync: /);
  expect(await held()).toEqual([product, { path: "b_test.go", patch: null, why }]);
  writeFileSync(object, bytes);
  expect(await clone.sync()).toBe("done");
  const read = { path: "b_test.go", patch: added("package b // test"), why: null };
  expect(await held()).toEqual([product, read]);
});

test("a folder that went away fails the run with the next step, and the rows stay", async () => {
  using clone = await cloneSource();
  await clone.sync();
  const before = await storedFacts(clone.repositoryId);
  clone.scratch[Symbol.dispose]();
  expect(await clone.sync()).toBe("failed");
  const run = await db.syncRun.findFirstOrThrow({
    where: { repositoryId: clone.repositoryId },
    orderBy: { id: "desc" },
  });
  expect(run.error).toMatch(/is not a directory\. Give the directory of a git clone/);
  expect(written(before, await storedFacts(clone.repositoryId))).toEqual([]);
});
