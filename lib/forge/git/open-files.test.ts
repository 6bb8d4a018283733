import { expect, test } from "vitest";
import { openClone } from "./open-clone.ts";
import { openFiles } from "./open-files.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

test("texts are asked for again and again, each as of the commit, whatever the clone stands at now", async () => {
  using scratch = scratchClone();
  for (const name of ["a", "b", "same"]) scratch.write(`${name}.md`, name === "a" ? "1" : "2");
  const sha = scratch.commit("one");
  scratch.write("a.md", "later");
  scratch.commit("two");
  const opened = await openFiles(await openClone(scratch.directory), sha);
  if (!opened.known) throw new Error(opened.why);
  await using files = opened.value;
  expect(files.paths).toEqual(["a.md", "b.md", "same.md"]);
  const texts = [await files.texts(["a.md"]), await files.texts(["same.md", "none", "b.md"])];
  expect(texts.map((each) => [...each])).toEqual([
    [["a.md", { known: true, value: "1" }]],
    [
      ["same.md", { known: true, value: "2" }],
      ["none", { known: false, why: "The commit has no such file." }],
      ["b.md", { known: true, value: "2" }],
    ],
  ]);
});

test("a commit that the clone lacks has no files that could be read", async () => {
  using scratch = scratchClone();
  scratch.commit("one");
  expect(await openFiles(await openClone(scratch.directory), "0".repeat(40))).toEqual({
    known: false,
    why: expect.stringMatching(/could not be listed.*Fetch the clone whole/s),
  });
});
