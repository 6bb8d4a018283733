import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitForge } from "./git-forge.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

test("each file has its text as of that commit, or why there is none", async () => {
  using scratch = scratchClone();
  scratch.write("a b/ü\n.md", "old");
  scratch.write("same.md", "old");
  scratch.write("empty.md", "");
  scratch.write("image.png", "a\0b");
  scratch.write("large.txt", "x".repeat(1024 * 1024 + 1));
  scratch.write("lost.md", "lost");
  const old = scratch.commit("one");
  const lost = scratch.git("rev-parse", "HEAD:lost.md");
  scratch.write("same.md", "new");
  scratch.commit("two");
  rmSync(join(scratch.directory, ".git/objects", lost.slice(0, 2), lost.slice(2)));
  const asked = ["a b/ü\n.md", "same.md", "empty.md", "image.png", "large.txt", "lost.md", "none"];
  const texts = await gitForge(scratch.directory).texts("", old, asked);
  expect(Object.fromEntries(texts)).toEqual({
    "a b/ü\n.md": { known: true, value: "old" },
    "same.md": { known: true, value: "old" },
    "empty.md": { known: true, value: "" },
    "image.png": { known: false, why: "The file is binary." },
    "large.txt": { known: false, why: expect.stringMatching(/larger than 1 MiB/) },
    "lost.md": { known: false, why: expect.stringMatching(/lacks the contents/) },
    none: { known: false, why: "The commit has no such file." },
  });
});

test.each(["0".repeat(40), "--help", "main:missing"])(
  "a commit that the clone does not have leaves all unknown: %s",
  async (sha) => {
    using scratch = scratchClone();
    scratch.write("a", "1");
    scratch.commit("one");
    expect(await gitForge(scratch.directory).texts("", sha, ["a"])).toEqual(
      new Map([["a", { known: false, why: expect.stringMatching(/Fetch the clone whole/) }]]),
    );
  },
);

test("where nothing is asked for, nothing is read", async () => {
  using scratch = scratchClone();
  scratch.commit("one");
  expect(await gitForge(scratch.directory).texts("", "none", [])).toEqual(new Map());
});
