import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitForge } from "./git-forge.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

const BODY = Array.from({ length: 30 }, (_, at) => `line ${at}\n`).join("");

test("the patches of merged pull requests come one answer for each, for the paths that were asked for", async () => {
  using scratch = scratchClone();
  scratch.write("old/x_test.go", BODY);
  scratch.write("a", "1\n");
  scratch.commit("start");
  scratch.git("checkout", "-q", "-b", "topic");
  scratch.write("a", "2\n");
  scratch.commit("more");
  scratch.git("checkout", "-q", "main");
  const merge = scratch.merge("topic", "Merge pull request #1 from ben/topic");
  rmSync(join(scratch.directory, "old"), { recursive: true });
  scratch.write("new/x_test.go", `${BODY}added\n`);
  const squash = scratch.commit("fix: move (#2)");
  const forge = gitForge(scratch.directory);
  const answers = await Array.fromAsync(
    forge.patches("", [
      { number: 2, sha: squash, paths: ["new/x_test.go"] },
      { number: 1, sha: merge, paths: ["a", "b"] },
      { number: 3, sha: "0123456789".repeat(4), paths: ["a"] },
      { number: 4, sha: null, paths: ["a"] },
    ]),
  );
  const shown = answers.map((answer) => [
    answer.number,
    "patches" in answer &&
      [...answer.patches].map(([path, patch]) => [path, patch.known ? patch.value : patch.why]),
  ]);
  expect(shown).toEqual([
    [
      2,
      [
        [
          "new/x_test.go",
          expect.stringMatching(/^@@ -1,30 \+1,31 @@\n( line \d+\n){30}\+added\n$/),
        ],
      ],
    ],
    [
      1,
      [
        ["a", "@@ -1,1 +1,1 @@\n-1\n+2\n"],
        ["b", "The commit that merged this pull request does not touch the file."],
      ],
    ],
    [3, [["a", "The clone does not have the commit of this pull request any more."]]],
    [4, [["a", "The commit that merged this pull request is not known, so it has no patch."]]],
  ]);
});

test("nothing is asked of git where nothing is wanted", async () => {
  using scratch = scratchClone();
  scratch.commit("start");
  expect(await Array.fromAsync(gitForge(scratch.directory).patches("", []))).toEqual([]);
});
