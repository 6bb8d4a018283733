import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { db } from "../db.ts";
import { migrationNames } from "../migrate/files.ts";
import { migrate } from "../migrate/migrate.ts";
import { TEMPLATE } from "../testing/postgres.ts";
import { restoreBackup } from "./restore-backup.ts";
import { fillFirstVersion } from "./testing/fill-first-version.ts";
import { contentOf, otherDatabase } from "./testing/other-database.ts";
import { writeBackup } from "./write-backup.ts";

// The last migration of what was landed first: data directories of it exist.
const FIRST_VERSION = "20261122150100_identities_and_append_only";
const NOW = new Date("2026-11-23T05:00:00Z");
const server = inject("postgres");
const folder = mkdtempSync(join(tmpdir(), "gateline-backup-"));
const file = join(folder, "all.backup");
const own = () => process.env.DATABASE_URL ?? "";

// Whatever a text may hold that the format of a copy gives a meaning to.
const NASTY = [
  "\\.",
  "a\n\\.\nb",
  "tab\there, \\N, \\\\, \r\n, \u0001, ' \" `",
  "ünïcödé ✓ 𝄞 \u2028 \u200b",
  "",
  "x".repeat(300_000),
];

beforeAll(async () => {
  const source = await db.source.create({
    data: { name: "forge", kind: "gitea", url: "https://forge.example", sealedToken: "2.sealed" },
  });
  const repository = await db.repository.create({
    data: {
      sourceId: source.id,
      externalId: "1",
      fullName: "owner/name",
      defaultBranch: "main",
    },
  });
  await db.issue.createMany({
    data: NASTY.map((title, index) => ({
      repositoryId: repository.id,
      number: index + 1,
      externalId: String(index),
      title,
      body: index % 2 === 0 ? null : title,
      state: "open",
      labels: [title.slice(0, 20), "a,b", "{}", "NULL"],
      createdAt: NOW,
      updatedAt: NOW,
    })),
  });
  const actor = await db.actor.create({ data: { kind: "person", name: "someone", roles: [] } });
  await db.decision.create({
    data: { at: NOW, actorId: actor.id, verb: "x", subject: "y", after: { text: NASTY } },
  });
  await writeBackup(own(), file, NOW);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a restored database", () => {
  test("equals the original, row by row, and counts on from there", async () => {
    await using other = await otherDatabase(server);
    const { rows, before } = await restoreBackup(other.url, file, NOW);
    expect(await contentOf(other.url)).toEqual(await contentOf(own()));
    expect(rows).toBeGreaterThan(NASTY.length);
    expect(before).toBeNull();
    expect(await other.names()).toEqual([other.name]);
  });

  test("is the same one again when it is restored twice, and what was there is kept under another name", async () => {
    await using other = await otherDatabase(server);
    await restoreBackup(other.url, file, NOW);
    const { before } = await restoreBackup(other.url, file, NOW);
    expect(await contentOf(other.url)).toEqual(await contentOf(own()));
    expect(await other.names()).toEqual([other.name, before]);
    expect(await contentOf(other.url.replace(other.name, before ?? ""))).toEqual(
      await contentOf(own()),
    );
  });

  test("of the first version, with rows in it, is brought up to date and holds them all", async () => {
    await using first = await otherDatabase(server);
    await using other = await otherDatabase(server);
    await migrate(first.url, FIRST_VERSION);
    await fillFirstVersion(first.url);
    const old = join(folder, "first");
    await writeBackup(first.url, old, NOW);
    const before = await contentOf(first.url);
    const { migrated } = await restoreBackup(other.url, old, NOW);
    expect(migrated).toEqual(migrationNames().filter((name) => name > FIRST_VERSION));
    await migrate(first.url);
    expect(await contentOf(other.url)).toEqual(await contentOf(first.url));
    const after = await contentOf(other.url);
    for (const [table, rows] of Object.entries(before)) {
      if (!Array.isArray(rows)) continue;
      // A migration may add rows of its own, and loses none.
      expect((after[table] as unknown[]).length, table).toBeGreaterThanOrEqual(rows.length);
    }
  });
});

describe("what is no whole backup changes nothing, and says so", () => {
  const packed = () => readFileSync(file);
  const lines = () => gunzipSync(packed()).toString("utf8");
  test.each<[string, () => Buffer, RegExp]>([
    ["a file cut short", () => packed().subarray(0, packed().length - 40), /not a whole backup/],
    [
      "a file without its end",
      () => gzipSync(lines().split("\n").slice(0, -2).join("\n")),
      /not a whole backup \(it ends before its end\)/,
    ],
    ["something else", () => Buffer.from("hello"), /not a whole backup/],
    ["something else that is packed", () => gzipSync("hello\n"), /no backup of this server/],
    ["nothing", () => Buffer.alloc(0), /not a whole backup/],
    [
      "fewer rows than it says",
      () => gzipSync(lines().replace(/("rows":\{[^}]*"issue":)6/, "$17")),
      /not hold as many rows as it says \(issue\)/,
    ],
    [
      "one of a newer version",
      () => gzipSync(lines().replace('"migrations":[', '"migrations":["20990101000000_later",')),
      /made by a newer version \(20990101000000_later\)/,
    ],
  ])("%s", async (_what, make, message) => {
    await using other = await otherDatabase(server, TEMPLATE);
    const before = await contentOf(other.url);
    const bad = join(folder, "bad");
    writeFileSync(bad, make());
    await expect(restoreBackup(other.url, bad, NOW)).rejects.toThrow(message);
    expect(await contentOf(other.url)).toEqual(before);
    expect(await other.names()).toEqual([other.name]);
  });

  test("while somebody is connected", async () => {
    await using other = await otherDatabase(server, TEMPLATE);
    const client = new pg.Client({ connectionString: other.url });
    await client.connect();
    await expect(restoreBackup(other.url, file, NOW)).rejects.toThrow(/Stop the server/);
    await client.end();
  });
});

test("the file can be read by its owner alone, and no half of one is left behind", () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
