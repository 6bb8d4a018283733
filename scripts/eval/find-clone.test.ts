import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findClone } from "./find-clone.ts";

const root = mkdtempSync(join(tmpdir(), "gateline-clones-"));
afterAll(() => rmSync(root, { recursive: true }));

test.each(["acme+shop/repo", "acme/till", "van"])("a clone is found at %s", async (place) => {
  mkdirSync(join(root, place), { recursive: true });
  const name = { "acme+shop/repo": "shop", "acme/till": "till", van: "van" }[place] ?? "";
  expect(await findClone(root, `acme/${name}`)).toBe(join(root, place));
});

test("a clone that is not there is told with every directory that was tried", async () => {
  await expect(findClone(root, "acme/gone")).rejects.toMatchObject({
    code: "not_found",
    message: expect.stringContaining(`${root}/acme+gone/repo, ${root}/acme/gone, ${root}/gone`),
  });
});
