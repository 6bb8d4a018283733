import { expect, test } from "vitest";
import { readRevertingCommit, stepsOfRungs } from "./steps-of-rungs.ts";

const STANDING = { rung: "none", missed: "tested", unknownAbove: null, evidence: [] } as const;
const SHA = "a".repeat(40);

test.each([
  ["a commit", SHA, `commit ${SHA} took it back, and its test with it.`, SHA],
  ["a pull request", 7, "#7 took it back, and its test with it.", null],
])("%s that took a fix back is told, and a commit is read out of it", (_name, by, note, commit) => {
  const steps = stepsOfRungs(STANDING, by);
  expect(steps[0]).toMatchObject({ rule: "reverted", note });
  expect(readRevertingCommit(steps)).toBe(commit);
});

test("what stands has no such step", () => {
  const steps = stepsOfRungs(STANDING, null);
  expect(steps.map(({ rule }) => rule)).toEqual(["rung-reached", "rung-missed"]);
  expect(readRevertingCommit(steps)).toBeNull();
});
