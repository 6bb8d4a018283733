import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { AppError } from "#/lib/errors.ts";
import { loadPolicy } from "./load-policy.ts";

const directory = mkdtempSync(join(tmpdir(), "gateline-policy-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(text: string): string {
  const path = join(directory, "policy.yml");
  writeFileSync(path, text);
  return path;
}
const WHOLE =
  "name: ours\nrung: tested\nacceptedKinds: [unit]\nciCountsAsProduct: true\nclusters: []\n";

test.each(["audit", "gated", "blocking", "proven"])("the preset %s", async (name) => {
  expect(await loadPolicy(name)).toMatchObject({ label: `${name}@1`, rules: { name } });
});

test("a file, whose version changes with its text", async () => {
  const first = await loadPolicy(file(WHOLE));
  const second = await loadPolicy(file(`${WHOLE}# edited\n`));
  expect(first.rules).toMatchObject({ name: "ours", rung: "tested", ciCountsAsProduct: true });
  expect(first.label).toMatch(/^ours@[0-9a-f]{8}$/);
  expect(second.label).not.toBe(first.label);
});

test.each([
  ["another rung", WHOLE.replace("tested", "top"), "rung"],
  ["a key that does not exist", `${WHOLE}rungs: 3\n`, "rungs"],
  ["a key that is missing", WHOLE.replace("clusters: []\n", ""), "clusters"],
  ["no YAML", "a: [", "neither YAML nor JSON"],
])("%s is a wrong use that names it", async (_name, text, named) => {
  const refused = loadPolicy(file(text));
  await expect(refused).rejects.toBeInstanceOf(AppError);
  await expect(refused).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining(named),
  });
});

test("neither a preset nor a file lists the presets", async () => {
  await expect(loadPolicy(join(directory, "nope"))).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining("audit, gated, blocking, proven"),
  });
});
