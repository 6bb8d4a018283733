import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { label, labelledClone, lines } from "./testing/labelled-clone.ts";

const entry = join(import.meta.dirname, "../eval.ts");

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("measured is 0, whatever the figures, with one document on standard output", () => {
  using clone = labelledClone();
  const labels = clone.write("labels.jsonl", lines([label(2), label(4, { isFix: true })]));
  const { status, stdout, stderr } = run("--labels", labels, "--clones", clone.clones, "--json");
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ schema: "gateline.eval/1", gates: null });
  expect(stderr).toContain("acme/shop: judging 2 labelled pull requests");
});

test("a clone that is not there is 1, with nothing on standard output", () => {
  using clone = labelledClone();
  const labels = clone.write("labels.jsonl", lines([label(2, { repo: "acme/gone" })]));
  const { status, stdout, stderr } = run("--labels", labels, "--clones", clone.clones);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain("There is no clone of acme/gone. These directories were tried:");
});

test.each([
  ["nothing at all", []],
  ["no clones", ["--labels", "x"]],
  ["an option that there is not", ["--labels", "x", "--clones", "y", "--fast"]],
  ["an argument too many", ["--labels", "x", "--clones", "y", "z"]],
])("%s is wrong usage", (_name, args) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("usage: npm run eval -- --labels FILE");
});
