import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, treeOf, withCommit } from "./testing/mirrored.ts";
import { mirrorState } from "./with-mirror.ts";

describe("one fetch", () => {
  test("serves a forge, and later ones only what is new or gone", async () => {
    await using here = await withCommit();
    here.scratch.git("branch", "gone");
    const forge = here.open();
    expect([await treeOf(forge), await treeOf(forge)]).toEqual(["README", "README"]);
    expect(here.server.fetches()).toBe(2);
    here.scratch.git("branch", "-D", "gone");
    here.scratch.write("later", "2\n");
    here.scratch.commit("later");
    expect(await treeOf(forge)).toBe("README");
    expect(await treeOf(here.open())).toBe("README later");
    const gone = await here.open().tree("owner/name", "gone");
    expect(gone).toMatchObject({ why: "by the API" });
  });

  test("is not made for what is there, and is made once more for what came since", async () => {
    await using here = await withCommit();
    const forge = here.open();
    await treeOf(forge);
    const before = here.server.asked.length;
    const texts = await here.open().texts("owner/name", here.sha, []);
    expect([texts.size, here.server.asked.length]).toEqual([0, before]);
    here.scratch.write("later", "2\n");
    const later = here.scratch.commit("later");
    const read = await forge.texts("owner/name", later, ["later"]);
    expect(read.get("later")).toMatchObject({ value: "2\n" });
    await forge.texts("owner/name", "1".repeat(40), ["later"]);
    expect(here.asked).toEqual(["texts later"]);
  });

  test.each([
    ["leaves contents out where the server can", true, true],
    ["brings all where the server cannot", false, false],
  ])("%s", async (_what, filter, isMissing) => {
    await using here = await withCommit();
    here.server.faults.filter = filter;
    const forge = here.open();
    expect(await treeOf(forge)).toBe("README");
    const id = here.scratch.git("rev-parse", "HEAD:README");
    const said = execFileSync("git", ["-C", folderOf(here), "cat-file", "--batch-check"], {
      input: id,
      encoding: "utf8",
    });
    expect(said.includes("missing")).toBe(isMissing);
    const texts = await forge.texts("owner/name", here.sha, ["README"]);
    expect(texts.get("README")).toEqual({ known: true, value: "start\n" });
    expect(await mirrorState(forge)).toBe("The files came from git: 1 commit, 1 MB.");
  });

  test.each([401, 403, 404, 500])("that is answered with %d leaves the API", async (status) => {
    await using here = await withCommit();
    here.server.faults.status = status;
    const forge = here.open();
    expect([await treeOf(forge), await treeOf(forge)]).toEqual(["by the API", "by the API"]);
    expect(await mirrorState(forge)).toContain(`(${status})`);
    expect(here.server.asked).toHaveLength(1);
  });
});

// A process of its own that fetches a mirror, to be killed.
const FETCH = `
  import { withMirror } from ${JSON.stringify(join(import.meta.dirname, "with-mirror.ts"))};
  import { apiForge } from ${JSON.stringify(join(import.meta.dirname, "testing/mirrored.ts"))};
  const [url, directory] = process.argv.slice(1);
  const network = { privateAddresses: "all" };
  const options = { cloneUrl: () => url, token: null, key: "source-1", bytesMax: 1e9 };
  await withMirror(apiForge().forge, { ...options, directory, network }).tree("owner/name", "main");
`;

describe("a fetch that does not end well", () => {
  test.each([
    ["the first", false],
    ["a later one", true],
  ])("leaves the last good state: %s", async (_which, isLater) => {
    await using here = await withCommit();
    if (isLater) await treeOf(here.open());
    here.scratch.write("large", randomBytes(300_000).toString("base64"));
    const large = here.scratch.commit("large");
    Object.assign(here.server.faults, { filter: false, cutAfter: 50_000 });
    expect(await treeOf(here.open())).toBe("by the API");
    const before = await here.open().texts("owner/name", here.sha, ["README"]);
    const expected = isLater ? "start\n" : "by the API";
    expect(before.get("README")).toEqual({ known: true, value: expected });
    here.server.faults.cutAfter = null;
    expect(await treeOf(here.open())).toBe("README large");
    const texts = await here.open().texts("owner/name", large, ["large"]);
    expect(texts.get("large")).toMatchObject({ known: true });
    expect(readdirSync(join(folderOf(here), "objects/pack")).join()).not.toContain("tmp_");
  });

  test("because its whole process is killed leaves nothing in the way of the next", async () => {
    await using here = await withCommit();
    await treeOf(here.open());
    here.scratch.write("large", randomBytes(1_000_000).toString("base64"));
    here.scratch.commit("large");
    Object.assign(here.server.faults, { filter: false, stallAfter: 500_000 });
    const args = ["--input-type=module", "-e", FETCH, here.server.url, join(here.cache, "mirrors")];
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    const ended = once(child, "exit");
    await here.server.stalled;
    child.kill("SIGKILL");
    await ended;
    expect(readdirSync(join(here.cache, "mirrors"))).toContain("source-1.lock");
    here.server.faults.stallAfter = null;
    expect(await treeOf(here.open())).toBe("README large");
    expect(readdirSync(join(here.cache, "mirrors"))).toEqual(["source-1.git"]);
  });

  test("and leaves its locks behind is no hindrance", async () => {
    await using here = await withCommit();
    await treeOf(here.open());
    for (const name of ["packed-refs.lock", "refs/heads/main.lock", "shallow.lock"]) {
      mkdirSync(join(folderOf(here), "refs/heads"), { recursive: true });
      writeFileSync(join(folderOf(here), name), "");
    }
    here.scratch.write("later", "2\n");
    here.scratch.commit("later");
    expect(await treeOf(here.open())).toBe("README later");
  });

  test("is ended when it becomes larger than mirrors may be, and is not tried again", async () => {
    await using here = await withCommit();
    here.scratch.write("large", randomBytes(3_000_000).toString("base64"));
    here.scratch.commit("large");
    Object.assign(here.server.faults, { filter: false, stallAfter: 2_000_000 });
    const forge = here.open({ bytesMax: 1_000_000, watchMs: 50 });
    expect(await treeOf(forge)).toBe("by the API");
    expect(await mirrorState(forge)).toBe(
      "The API is asked for files: the repository is larger than the 1 MB that mirrors may have.",
    );
    expect(readdirSync(join(here.cache, "mirrors"))).toEqual(["source-1.given-up.json"]);
    const asked = here.server.asked.length;
    expect(await treeOf(here.open({ bytesMax: 1_000_000 }))).toBe("by the API");
    expect(here.server.asked).toHaveLength(asked);
    here.server.faults.stallAfter = null;
    expect(await treeOf(here.open())).toBe("README large");
  });

  test("because its owner stops throws what stopped it", async () => {
    await using here = await withCommit();
    here.scratch.write("large", randomBytes(3_000_000).toString("base64"));
    here.scratch.commit("large");
    Object.assign(here.server.faults, { filter: false, stallAfter: 1_000_000 });
    const stopping = new AbortController();
    const reading = treeOf(here.open({ signal: stopping.signal }));
    stopping.abort(new Error("the worker stops"));
    await expect(reading).rejects.toThrow("the worker stops");
    expect(here.asked).toEqual([]);
  });
});

describe("the cache", () => {
  test("makes room by taking away what was not used for longest", async () => {
    await using here = await withCommit();
    here.scratch.write("large", randomBytes(300_000).toString("base64"));
    here.scratch.commit("large");
    here.server.faults.filter = false;
    const open = (key: string) => treeOf(here.open({ key, bytesMax: 700_000 }));
    for (const key of ["a", "b", "a", "c"]) expect(await open(key)).toBe("README large");
    expect(readdirSync(join(here.cache, "mirrors")).toSorted()).toEqual(["a.git", "c.git"]);
  });

  test.each(["../up", "", ".", "a/b", "-x"])("has no mirror called %j", async (key) => {
    await using here = await withCommit();
    expect(() => here.open({ key })).toThrow("is no name for a mirror's folder");
  });
});

describe("a broken mirror", () => {
  test("is made anew where commits are missing", async () => {
    await using here = await withCommit();
    await treeOf(here.open());
    const packs = join(folderOf(here), "objects/pack");
    for (const name of readdirSync(packs)) chmodSync(join(packs, name), 0o644);
    for (const name of readdirSync(packs)) writeFileSync(join(packs, name), "");
    expect(await treeOf(here.open())).toBe("README");
    expect(here.asked).toEqual([]);
  });

  test("is left to the API where trees are missing, and then made anew", async () => {
    await using here = await withCommit();
    await treeOf(here.open());
    const git = (args: readonly string[], input: Buffer) =>
      execFileSync("git", ["-C", folderOf(here), ...args], { input });
    const packs = join(folderOf(here), "objects/pack");
    const [packed = Buffer.of()] = readdirSync(packs)
      .filter((name) => name.endsWith(".pack"))
      .map((name) => readFileSync(join(packs, name)));
    rmSync(packs, { recursive: true });
    git(["unpack-objects", "-q"], packed);
    const tree = here.scratch.git("rev-parse", "HEAD^{tree}");
    rmSync(join(folderOf(here), "objects", tree.slice(0, 2), tree.slice(2)));
    expect(await treeOf(here.open())).toBe("by the API");
    expect(await treeOf(here.open())).toBe("README");
  });
});

describe("two at once", () => {
  test("share one fetch, and both have the files", async () => {
    await using here = await withCommit();
    const read = await Promise.all([treeOf(here.open()), treeOf(here.open()), treeOf(here.open())]);
    expect(read).toEqual(["README", "README", "README"]);
    expect(here.asked).toEqual([]);
  });

  test("wait for each other no longer than the other lives", async () => {
    await using here = await withCommit();
    mkdirSync(join(here.cache, "mirrors"));
    const gone = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" });
    const host = execFileSync("hostname", { encoding: "utf8" }).trim();
    const holder = { id: "x", host, pid: Number(gone), started: null };
    writeFileSync(join(here.cache, "mirrors", "source-1.lock"), JSON.stringify(holder));
    expect(await treeOf(here.open())).toBe("README");
    expect(readdirSync(join(here.cache, "mirrors"))).toEqual(["source-1.git"]);
  });
});
