import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import manifest from "#/package.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "gateline-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const node24 = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);

function gateline(
  args: readonly string[],
  options: { node?: string; before?: string[]; env?: NodeJS.ProcessEnv } = {},
) {
  const { node = process.execPath, before = [], env = process.env } = options;
  return spawnSync(node, [...before, "bin/gateline.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
    env,
  });
}

test("--version prints the version and nothing else", () => {
  const { stdout, stderr, status } = gateline(["--version"]);
  expect([stdout, stderr, status]).toEqual([`${manifest.version}\n`, "", 0]);
});

describe("wrong usage ends with 2, says what was wrong and how to use it", () => {
  test.each([
    ["an unknown command", ["dance"], /unknown command 'dance'/],
    ["an unknown option", ["audit", "--nothing"], /unknown option '--nothing'/],
    ["no number as a limit", ["audit", ".", "--limit", "many"], /limit/],
    ["no date", ["audit", ".", "--since", "yesterday-ish"], /since/],
    ["a folder that is no clone", ["audit", folder], /not a git repository/],
    ["a folder that is not there", ["audit", join(folder, "none")], /not a directory/],
    ["gates of a folder that is no clone", ["gates", folder], /not a git repository/],
    ["gates of no date", ["gates", ".", "--until", "soon"], /until/],
    ["gates of two folders", ["gates", ".", "too"], /too many arguments/],
    ["an argument too many", ["audit", ".", "too", "many"], /too many arguments/],
    ["a program without its day", ["program", "add", "x", "X"], /--fixes-since/],
    [
      "a program with a bad address",
      ["program", "add", "No Slug", "X", "--fixes-since", "2026-01-01"],
      /slug/,
    ],
    [
      "a program with a bad day",
      ["program", "add", "x", "X", "--fixes-since", "2026-13-01"],
      /YYYY-MM-DD/,
    ],
    ["an edit that changes nothing", ["program", "edit", "x"], /Say what to change/],
    [
      "a token variable that is not set",
      ["source", "add", "x", "https://forge.example", "--token-env", "NOT_SET"],
      /NOT_SET is not set/,
    ],
  ])("%s", (_, args, says) => {
    const { stdout, stderr, status } = gateline(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/Usage: gateline/);
    expect(stderr).not.toMatch(/\n\s+at .+:\d+:\d+/);
    expect(stdout).toBe("");
  });
});

test("an environment variable that is not usable is named", () => {
  const { stderr, status } = gateline(["up"], { env: { ...process.env, PORT: "99999" } });
  expect(status).toBe(2);
  expect(stderr).toMatch(/PORT is not usable/);
});

test("the audit loads neither Prisma nor Next nor Postgres", () => {
  const hook = join(folder, "hook.mjs");
  writeFileSync(
    hook,
    `import { registerHooks } from "node:module";
     registerHooks({ load: (url, context, next) => { process.stderr.write("LOADED " + url + "\\n"); return next(url, context); } });`,
  );
  const { stderr, status } = gateline(["audit", ".", "--limit", "1", "--format", "json"], {
    before: ["--import", hook],
  });
  const loaded = stderr.split("\n").filter((line) => line.startsWith("LOADED"));
  expect(status).toBe(0);
  expect(loaded.length).toBeGreaterThan(20);
  expect(loaded.filter((url) => /prisma|\/next\/|node_modules\/pg/.test(url))).toEqual([]);
});

test("an older Node hands over to the pinned one", () => {
  // What it does first must run anywhere: the version is made old before the program is read.
  const old = join(folder, "old.mjs");
  writeFileSync(
    old,
    `if (!process.env.GATELINE_HANDED_OVER) { process.env.GATELINE_HANDED_OVER = "1";
       Object.defineProperty(process.versions, "node", { value: "20.9.0" }); }`,
  );
  const { stdout, status } = gateline(["--version"], { node: node24, before: ["--import", old] });
  expect([stdout, status]).toEqual([`${manifest.version}\n`, 0]);
});
