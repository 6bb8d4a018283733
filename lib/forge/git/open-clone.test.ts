import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ForgeError } from "../forge-error.ts";
import { nameOfRemote, openClone } from "./open-clone.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

test("a work tree, its .git and a bare copy are the same clone", async () => {
  using scratch = scratchClone();
  const head = scratch.commit("one");
  const bare = join(scratch.directory, "bare.git");
  scratch.git("clone", "-q", "--bare", scratch.directory, bare);
  for (const directory of [scratch.directory, join(scratch.directory, ".git"), bare]) {
    expect(await openClone(directory)).toMatchObject({ head, isShallow: false });
  }
});

test("its name is the remote's, else the directory", async () => {
  using scratch = scratchClone();
  scratch.commit("one");
  expect((await openClone(scratch.directory)).name).toBe(scratch.directory);
  scratch.git("remote", "add", "origin", "git@forge.test:owner/name.git");
  expect((await openClone(scratch.directory)).name).toBe("owner/name");
});

test.each([
  ["https://forge.test/owner/name.git", "owner/name"],
  ["https://user:word@forge.test/owner/name", "owner/name"],
  ["ssh://git@forge.test:2222/owner/name.git", "owner/name"],
  ["git@forge.test:group/sub/name.git", "sub/name"],
  ["/srv/git/name.git", null],
  ["../name", null],
  ["file:///srv/git/name.git", null],
  ["", null],
])("the remote %s is called %s", (url, name) => {
  expect(nameOfRemote(url)).toBe(name);
});

test("what is no clone is a wrong use, with a sentence that says why", async () => {
  using scratch = scratchClone();
  const { directory } = scratch;
  const refused = (path: string, reference?: string) =>
    openClone(path, reference).then(
      () => "opened",
      (error: unknown) => (error instanceof ForgeError ? `${error.code}: ${error.message}` : error),
    );
  expect(await refused(directory)).toContain("usage: ");
  expect(await refused(directory)).toContain("has no commits yet");
  scratch.commit("one");
  expect(await refused(directory, "gone")).toContain('has no commit at "gone"');
  expect(await refused(directory, "--output=x")).toContain("has no commit at");
  expect(await refused(join(directory, "nowhere"))).toContain("is not a directory");
  mkdirSync(join(directory, "broken", ".git"), { recursive: true });
  writeFileSync(join(directory, "broken", ".git", "HEAD"), "ref: refs/heads/main\n");
  scratch.git("config", "core.bare", "false");
  expect(await refused("/")).toContain("is not a git repository");
});
