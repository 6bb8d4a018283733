import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeServer, serveFake } from "../serve.ts";
import { repositoryOrThrow } from "../store.ts";
import { commitOn } from "./commit-on.ts";
import { openPullHead } from "./open-pull-head.ts";
import { placeWithGit } from "./testing/place-with-git.ts";

const TOKEN = "a-token-of-the-test";
let folder: string;
let served: FakeServer | null;
const place = () => placeWithGit();

beforeEach(async () => {
  served = null;
  folder = await mkdtemp(join(tmpdir(), "fake-fetch-test-"));
});

afterEach(async () => {
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

type Outcome = { status: number | null; out: string };

/** Runs git as a client would, without a question for a password. */
function git(...args: string[]): Promise<Outcome> {
  const env = {
    ...process.env,
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_GLOBAL: "/dev/null",
    HOME: folder,
  };
  const child = spawn("git", args, { cwd: folder, env });
  let out = "";
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (out += String(chunk)));
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, out })));
}

const addressOf = (url: string, path: string): string =>
  url.replace("http://", `http://any:${TOKEN}@`) + path;

test("a clone has every commit, and its requests are counted apart", async () => {
  const { store, repository } = place();
  served = await serveFake({ store, token: TOKEN });
  const cloned = await git("clone", "-q", "--bare", addressOf(served.url, "/fleet/core.git"), "c");
  expect(cloned).toEqual({ status: 0, out: "" });
  expect((await git("-C", "c", "rev-parse", "main")).out.trim()).toBe(
    repository.git?.refs.get("refs/heads/main"),
  );
  expect((await git("-C", "c", "fsck", "--strict")).out).not.toMatch(/error|missing/);
  expect(served.requests.count("GIT GET info/refs")).toBe(1);
  expect(served.requests.count("GIT POST git-upload-pack")).toBeGreaterThan(0);
});

test("a clone without contents fetches them when they are asked for", async () => {
  const { store } = place();
  served = await serveFake({ store, token: TOKEN });
  const address = addressOf(served.url, "/fleet/core.git");
  await git("clone", "-q", "--bare", "--filter=blob:none", address, "c");
  const lacking = await git("-C", "c", "rev-list", "--objects", "--missing=print", "main");
  expect(lacking.out).toMatch(/^\?/m);
  expect((await git("-C", "c", "show", "main:src/a.ts")).out).toBe("export const a = 1;\n");
});

test("a server that allows no filters sends everything", async () => {
  const { store } = place();
  served = await serveFake({ store, git: { filters: false } });
  const cloned = await git(
    "clone",
    "--bare",
    "--filter=blob:none",
    `${served.url}/fleet/core.git`,
    "c",
  );
  expect(cloned.status).toBe(0);
  expect(cloned.out).toContain("filtering not recognized by server");
  const lacking = await git("-C", "c", "rev-list", "--objects", "--missing=print", "main");
  expect(lacking.out).not.toMatch(/^\?/m);
});

test("what was pushed since comes with the next fetch, and so does the head of a pull request", async () => {
  const where = place();
  served = await serveFake({ store: where.store });
  const address = `${served.url}/fleet/core.git`;
  await git("clone", "-q", "--bare", address, "c");
  const written = { author: "kimi", message: "m" };
  const changes = [{ kind: "write" as const, path: "src/b.ts", content: "export {};\n" }];
  const tip = commitOn(where, { ...written, branch: "main", changes });
  const head = { ...written, number: 7, headRef: "kimi/7", baseRef: "main" };
  const { headSha } = openPullHead(where, {
    ...head,
    changes: [{ kind: "rename", from: "src/a.ts", path: "src/c.ts" }],
  });
  await git("-C", "c", "fetch", "-q", address, "main:main", "refs/pull/7/head:refs/pull/7/head");
  const refs = (await git("-C", "c", "for-each-ref", "--format=%(refname) %(objectname)")).out;
  expect(refs.trim().split("\n")).toEqual([
    `refs/heads/main ${tip}`,
    `refs/pull/7/head ${headSha}`,
  ]);
});

test("a question that comes compressed is read", async () => {
  const { store, repository } = place();
  served = await serveFake({ store });
  const asked = await fetch(`${served.url}/fleet/core.git/git-upload-pack`, {
    method: "POST",
    headers: { "Content-Encoding": "gzip", "Git-Protocol": "version=2" },
    body: gzipSync("0014command=ls-refs\n00000000"),
  });
  expect(await asked.text()).toContain(
    `${repository.git?.refs.get("refs/heads/main")} refs/heads/main`,
  );
});

test("a token is asked for, and a wrong one is refused", async () => {
  const { store } = place();
  served = await serveFake({ store, token: TOKEN });
  const asked = await fetch(`${served.url}/fleet/core.git/info/refs?service=git-upload-pack`);
  expect([asked.status, asked.headers.get("www-authenticate")]).toEqual([
    401,
    'Basic realm="fake"',
  ]);
  const refused = await git(
    "clone",
    "-q",
    served.url.replace("//", "//any:wrong@") + "/fleet/core.git",
  );
  expect(refused.status).not.toBe(0);
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const told = await fetch(`${served.url}/fleet/core.git/info/refs?service=git-upload-pack`, {
    headers,
  });
  expect(told.status).toBe(200);
});

test.each([
  ["no such repository", "/fleet/none.git/info/refs?service=git-upload-pack", 404],
  ["a repository without git", "/fleet/plain.git/info/refs?service=git-upload-pack", 404],
  ["pushing", "/fleet/core.git/info/refs?service=git-receive-pack", 403],
  ["the old way of fetching", "/fleet/core.git/HEAD", 403],
  ["a former name", "/fleet/kernel.git/info/refs?service=git-upload-pack", 301],
])("answers %s", async (_, path, status) => {
  const { store } = place();
  served = await serveFake({ store });
  const answer = await fetch(served.url + path, { redirect: "manual" });
  expect(answer.status).toBe(status);
  expect(answer.headers.get("location")).toBe(
    status === 301 ? "/fleet/core.git/info/refs?service=git-upload-pack" : null,
  );
});

test("a repository that became empty of refs can be asked, and one that is fetched many times at once is written once", async () => {
  const { store } = place();
  served = await serveFake({ store });
  repositoryOrThrow(store, "core").git?.deleteRef("refs/heads/main");
  const address = `${served.url}/fleet/core.git`;
  const told = await Promise.all([1, 2, 3].map(() => git("ls-remote", address)));
  expect(told).toEqual([1, 2, 3].map(() => ({ status: 0, out: "" })));
});

test("the folder on disk goes when the server closes", async () => {
  const { store } = place();
  const before = new Set(await readdir(tmpdir()));
  const once = await serveFake({ store });
  await git("ls-remote", `${once.url}/fleet/core.git`);
  const during = (await readdir(tmpdir())).filter((name) => !before.has(name));
  await once.close();
  const after = new Set(await readdir(tmpdir()));
  expect(during.filter((name) => name.startsWith("fake-git-") && after.has(name))).toEqual([]);
});
