import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "./db.ts";
import { loadSource } from "./load-source.ts";
import { resealAll } from "./reseal-all.ts";
import { rotateKey } from "./rotate-key.ts";
import { isSealedAnew, seal, unseal } from "./seal.ts";

const [OLD, NEW] = ["ab".repeat(32), "cd".repeat(32)];
const source = (name: string, secrets: { sealedToken?: string; sealedHook?: string }) =>
  db.source.create({ data: { name, kind: "gitea", url: "https://forge.example", ...secrets } });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gateline-rotate-"));
  vi.stubEnv("GATELINE_DATA", folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await db.source.deleteMany();
});

test("a new key in the environment seals every token and hook secret anew, and the old one is not needed any more", async () => {
  vi.stubEnv("GATELINE_KEY", OLD);
  const { id } = await source("both", { sealedToken: seal("gto_1"), sealedHook: seal("hook") });
  await source("none", {});
  vi.stubEnv("GATELINE_KEY", NEW);
  vi.stubEnv("GATELINE_KEY_PREVIOUS", OLD);
  expect(await rotateKey()).toEqual({ newFile: false, resealed: 2, unreadable: [] });
  vi.stubEnv("GATELINE_KEY_PREVIOUS", undefined);
  expect((await loadSource(id)).token).toBe("gto_1");
  const { sealedHook } = await db.source.findUniqueOrThrow({ where: { id } });
  expect(unseal(sealedHook ?? "")).toBe("hook");
  expect(await resealAll()).toEqual({ resealed: 0, unreadable: [] });
});

test("the key in the data directory is replaced, and tokens open with nothing but the new one", async () => {
  vi.stubEnv("GATELINE_KEY", undefined);
  const { id } = await source("forge", { sealedToken: seal("gto_1") });
  const before = readFileSync(join(folder, "key"), "utf8");
  expect(await rotateKey()).toEqual({ newFile: true, resealed: 1, unreadable: [] });
  const after = readFileSync(join(folder, "key"), "utf8");
  expect(after.split("\n")[1]).toBe(before);
  expect((await loadSource(id)).token).toBe("gto_1");
  vi.stubEnv("GATELINE_KEY", after.split("\n")[0]);
  expect((await loadSource(id)).token).toBe("gto_1");
});

test("what no key opens is left as it is and told, and the others are sealed anew", async () => {
  vi.stubEnv("GATELINE_KEY", "ef".repeat(32));
  const lost = seal("gto_lost");
  vi.stubEnv("GATELINE_KEY", OLD);
  await source("lost", { sealedToken: lost });
  const { id } = await source("held", { sealedToken: seal("gto_1") });
  vi.stubEnv("GATELINE_KEY", NEW);
  vi.stubEnv("GATELINE_KEY_PREVIOUS", OLD);
  expect(await rotateKey()).toEqual({ newFile: false, resealed: 1, unreadable: ["lost"] });
  expect((await loadSource(id)).token).toBe("gto_1");
  const { sealedToken } = await db.source.findUniqueOrThrow({ where: { name: "lost" } });
  expect(sealedToken).toBe(lost);
});

test("a token that is stored while the key is replaced opens before and after", async () => {
  vi.stubEnv("GATELINE_KEY", undefined);
  const ids = Promise.all(
    Array.from({ length: 10 }, async (_, at) => {
      const { id } = await source(`forge ${at}`, { sealedToken: seal(`gto_${at}`) });
      return id;
    }),
  );
  await Promise.all([ids, rotateKey()]);
  const tokensNow = async () =>
    Promise.all((await ids).map(async (id) => (await loadSource(id)).token));
  const stored = Array.from({ length: 10 }, (_, at) => `gto_${at}`);
  expect(await tokensNow()).toEqual(stored);
  await rotateKey();
  expect(await tokensNow()).toEqual(stored);
  const rows = await db.source.findMany();
  expect(rows.every(({ sealedToken }) => isSealedAnew(sealedToken ?? ""))).toBe(true);
});
