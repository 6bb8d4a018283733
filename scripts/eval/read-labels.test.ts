import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readGateLabels, readLabels } from "./read-labels.ts";
import { gateLabel, label, lines } from "./testing/labelled-clone.ts";

const folder = mkdtempSync(join(tmpdir(), "gateline-labels-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test.each([
  ["a line that is not JSON", `${lines([label(1)])}\n\n{"repo":`, /labels\.jsonl:3: not JSON/],
  ["a field that is missing", '{"repo":"acme/shop","number":1}', /:1: isFix: /],
  ["a kind of test that there is not", lines([label(1)]).replace("none", "some"), /:1: test: /],
  [
    "a repository that leads out of the folder",
    '{"repo":"../.."}',
    /:1: repo: must be owner\/name/,
  ],
  ["a weight that is none", lines([label(1, { weight: -1 })]), /:1: weight: /],
  ["a commit that is an option", lines([label(1, { sha: "--output=x" })]), /:1: sha: /],
  ["a pull request twice", lines([label(1), label(2), label(1)]), /:3: .* on line 1\. Keep one/],
])("%s is told with file and line", async (_name, text, message) => {
  await expect(readLabels(write("labels.jsonl", text))).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(message),
  });
});

test.each([
  ["no array", "{}", /gates\.json: /],
  ["a kind that there is not", JSON.stringify([{ ...gateLabel("a"), kind: "x" }]), /row 1: kind: /],
  ["a job twice", JSON.stringify([gateLabel("a"), gateLabel("a")]), /row 2: .*ci\.yml:a has a/],
])("%s is told with file and row", async (_name, text, message) => {
  await expect(readGateLabels(write("gates.json", text))).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(message),
  });
});

test("a file that is not there is wrong usage", async () => {
  await expect(readLabels("/nowhere/labels.jsonl")).rejects.toMatchObject({ code: "usage" });
});
