import { expect, test } from "vitest";
import { readRecords, runGit, streamGit } from "./git.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

test("a failure carries what git said", async () => {
  using scratch = scratchClone();
  const failing = runGit({ directory: scratch.directory, args: ["rev-parse", "--verify", "gone"] });
  await expect(failing).rejects.toMatchObject({
    name: "ForgeError",
    code: "failed",
    message: expect.stringMatching(/^git rev-parse failed in .*: fatal: /),
  });
});

test("records are cut at NUL however the output is split, and the rest behind the last is left out", async () => {
  using scratch = scratchClone();
  const long = "ü".repeat(100_000);
  scratch.write("a", long);
  scratch.commit("one");
  const id = scratch.git("rev-parse", "HEAD:a");
  const records: string[] = [];
  const call = { directory: scratch.directory, args: ["cat-file", "--batch"], input: `${id}\n` };
  for await (const some of readRecords(call)) records.push(...some);
  expect(records).toEqual([]);
  scratch.commit(`two\n\n${long.slice(0, 50_000)}`);
  const log = { directory: scratch.directory, args: ["log", "-z", "--format=%s%x00%b", "-1"] };
  for await (const some of readRecords(log)) records.push(...some.map((record) => record.trim()));
  expect(records[0]).toBe("two");
  expect(records[1]).toBe(long.slice(0, 50_000));
});

test("stopping early ends git", async () => {
  using scratch = scratchClone();
  scratch.write("a", "x".repeat(5_000_000));
  scratch.commit("one");
  let bytes = 0;
  for await (const chunk of streamGit({ directory: scratch.directory, args: ["show", "HEAD:a"] })) {
    bytes += chunk.length;
    break;
  }
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(5_000_000);
});

test("a GIT_DIR of the surroundings does not lead to another repository", async () => {
  using here = scratchClone();
  using there = scratchClone();
  const head = here.commit("here");
  there.commit("there");
  const before = process.env["GIT_DIR"];
  process.env["GIT_DIR"] = `${there.directory}/.git`;
  const read = await runGit({ directory: here.directory, args: ["rev-parse", "HEAD"] });
  if (before === undefined) delete process.env["GIT_DIR"];
  else process.env["GIT_DIR"] = before;
  expect(read.trim()).toBe(head);
});
