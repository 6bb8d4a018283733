import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitForge } from "./git-forge.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

test("the files of the commit that the clone stands at, links among them and what is only in the work tree not", async () => {
  using scratch = scratchClone();
  scratch.write("a b/ü\n.md", "1");
  scratch.write("README.md", "1");
  symlinkSync("README.md", join(scratch.directory, "link"));
  const sha = scratch.commit("one");
  scratch.write("later.md", "1");
  expect(await gitForge(scratch.directory).tree("", "main")).toEqual({
    known: true,
    value: { sha, paths: ["README.md", "a b/ü\n.md", "link"] },
  });
});

test("a repository inside the repository is no file", async () => {
  using scratch = scratchClone();
  scratch.write("README.md", "1");
  const first = scratch.commit("one");
  scratch.git("update-index", "--add", "--cacheinfo", `160000,${first},inside`);
  scratch.git("commit", "-q", "-m", "two");
  const tree = await gitForge(scratch.directory).tree("", "main");
  expect(tree).toMatchObject({ value: { paths: ["README.md"] } });
});

test("a commit without files has none, which is not unknown", async () => {
  using scratch = scratchClone();
  const sha = scratch.commit("one");
  const tree = await gitForge(scratch.directory).tree("", "main");
  expect(tree).toEqual({ known: true, value: { sha, paths: [] } });
});

test("statuses and protection are unknown, each with what would tell them", async () => {
  using scratch = scratchClone();
  const sha = scratch.commit("one");
  const forge = gitForge(scratch.directory);
  expect(await Array.fromAsync(forge.checks("", [sha, sha]))).toEqual([
    {
      sha,
      checks: { known: false, why: "A clone holds no statuses: connect the forge to know." },
    },
  ]);
  expect(await forge.protection("", "main")).toEqual({
    known: false,
    why: "A clone holds no branch protection: connect the forge to know.",
  });
});
