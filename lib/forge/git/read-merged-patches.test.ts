import { execFileSync } from "node:child_process";
import { chmodSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openClone } from "./open-clone.ts";
import { type MergedOptions, readMerged } from "./read-merged.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

const ALL = { since: null, until: null, limit: null };

type Wanted = (path: string) => boolean;
const everything: Wanted = () => true;

/** The files of the newest pull request as [status, path, previous path, patch]. */
async function newest(directory: string, wanted: Wanted = everything, options: MergedOptions = {}) {
  const clone = await openClone(directory);
  const paths = ({ files }: { files: { known: boolean; value?: readonly { path: string }[] } }) =>
    (files.value ?? []).map(({ path }) => path).filter(wanted);
  const [pullRequest] = await Array.fromAsync(
    readMerged(clone, { ...ALL, limit: 1 }, paths, options),
  );
  const files = pullRequest?.files;
  return (files?.known ? files.value : []).map(({ status, path, previousPath, patch }) => [
    status,
    path,
    previousPath,
    patch && (patch.known ? patch.value : patch.why),
  ]);
}
const body = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `line ${at + from}\n`).join("");

test("added, modified and removed files have their patches, and only those that are wanted", async () => {
  using scratch = scratchClone();
  scratch.write("modified", "a\nb\n");
  scratch.write("removed", "gone\n");
  scratch.write("other", "1\n");
  scratch.commit("start");
  scratch.write("modified", "a\nc\n");
  scratch.write("added", "new\n");
  scratch.write("other", "2\n");
  rmSync(join(scratch.directory, "removed"));
  scratch.commit("fix: all (#1)");
  expect(await newest(scratch.directory, (path) => path !== "other")).toEqual([
    ["added", "added", null, "@@ -0,0 +1,1 @@\n+new\n"],
    ["modified", "modified", null, "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"],
    ["modified", "other", null, undefined],
    ["removed", "removed", null, "@@ -1,1 +0,0 @@\n-gone\n"],
  ]);
});

test("nobody is asked where no files are known, and unwanted files have no patch at all", async () => {
  using scratch = scratchClone();
  scratch.write("dir/file", "1\n");
  scratch.commit("fix: one (#1)");
  const clone = await openClone(scratch.directory);
  const [plain] = await Array.fromAsync(readMerged(clone, ALL));
  expect(plain?.files.known && Object.keys(plain.files.value[0] ?? {})).not.toContain("patch");
  const tree = scratch.git("rev-parse", "HEAD:dir");
  rmSync(join(scratch.directory, ".git/objects", tree.slice(0, 2), tree.slice(2)));
  let asked = 0;
  await Array.fromAsync(
    readMerged(clone, ALL, () => {
      asked += 1;
      return ["dir/file"];
    }),
  );
  expect(asked).toBe(0);
});

describe("a file that moved", () => {
  test("unchanged has an empty patch", async () => {
    using scratch = scratchClone();
    scratch.write("a/x_test.go", body(0, 10));
    scratch.commit("start");
    scratch.git("mv", "a/x_test.go", "x_test.go");
    scratch.commit("fix: move (#1)");
    expect(await newest(scratch.directory)).toEqual([["renamed", "x_test.go", "a/x_test.go", ""]]);
  });

  test("and changed is compared with its origin, of the same name or of another", async () => {
    using scratch = scratchClone();
    scratch.write("a/x.test.js", body(0, 40));
    scratch.write("a/old_test.go", body(100, 140));
    scratch.commit("start");
    rmSync(join(scratch.directory, "a"), { recursive: true });
    scratch.write("b/x.test.js", `${body(0, 40)}added\n`);
    scratch.write("b/new_test.go", `${body(100, 139)}changed\n`);
    scratch.commit("fix: move (#1)");
    const files = await newest(scratch.directory);
    expect(files.map(([status, path, previous]) => [status, path, previous])).toEqual([
      ["renamed", "b/new_test.go", "a/old_test.go"],
      ["renamed", "b/x.test.js", "a/x.test.js"],
    ]);
    expect(files.map(([, , , patch]) => String(patch).match(/^[+-].*/gm))).toEqual([
      ["-line 139", "+changed"],
      ["+added"],
    ]);
  });

  test("is not made of a removed one that is another text, another language or already taken", async () => {
    using scratch = scratchClone();
    scratch.write("a/x_test.go", body(0, 40));
    scratch.write("a/y_test.py", body(100, 140));
    scratch.write("a/z_test.rb", body(200, 240));
    scratch.commit("start");
    rmSync(join(scratch.directory, "a"), { recursive: true });
    scratch.write("b/x_test.go", body(500, 540));
    scratch.write("b/y_test.go", `${body(100, 140)}.\n`);
    scratch.write("b/z_test.rb", `${body(200, 240)}.\n`);
    scratch.write("c/z_test.rb", `${body(200, 240)}..\n`);
    scratch.commit("fix: write anew (#1)");
    expect(
      (await newest(scratch.directory)).map(([status, path, previous]) => [status, path, previous]),
    ).toEqual([
      ["removed", "a/x_test.go", null],
      ["removed", "a/y_test.py", null],
      ["added", "b/x_test.go", null],
      ["added", "b/y_test.go", null],
      ["renamed", "b/z_test.rb", "a/z_test.rb"],
      ["added", "c/z_test.rb", null],
    ]);
  });
});

describe("what has no lines says so", () => {
  test("a binary file, a huge one, a link and a submodule", async () => {
    using scratch = scratchClone();
    const commit = scratch.commit("start");
    scratch.write("binary", "a\0b");
    scratch.write("huge", "x".repeat(1024 * 1024 + 1));
    scratch.write("large", `${"x".repeat(1000)}\n`.repeat(900));
    symlinkSync("huge", join(scratch.directory, "link"));
    scratch.git("add", "-A");
    scratch.git("update-index", "--add", "--cacheinfo", `160000,${commit},module`);
    scratch.git("commit", "-q", "-m", "fix: all (#1)");
    expect(
      (await newest(scratch.directory)).map(([, , , patch]) => String(patch).slice(0, 27)),
    ).toMatchInlineSnapshot(`
        [
          "The file is binary, so it h",
          "The file is larger than 1 M",
          "@@ -0,0 +1,900 @@
        +xxxxxxxx",
          "It is a symbolic link, whic",
          "It is a submodule, which ha",
        ]
      `);
  });

  test("contents that are missing or damaged make their own patch unknown and no other", async () => {
    using scratch = scratchClone();
    const noise = Array.from({ length: 5000 }, (_, at) => Math.sin(at)).join("\n");
    for (const name of ["a", "b", "c", "d"]) scratch.write(name, `${name}\n`);
    scratch.write("c", noise);
    scratch.commit("fix: all (#1)");
    const object = (name: string) => {
      const id = scratch.git("rev-parse", `HEAD:${name}`);
      return join(scratch.directory, ".git/objects", id.slice(0, 2), id.slice(2));
    };
    rmSync(object("a"));
    chmodSync(object("c"), 0o600);
    truncateSync(object("c"), 10_000);
    expect((await newest(scratch.directory)).map(([, , , patch]) => patch)).toEqual([
      "The clone lacks the contents of this file. Fetch it whole.",
      "@@ -0,0 +1,1 @@\n+b\n",
      "The clone has damaged contents of this file. Run: git fsck",
      "@@ -0,0 +1,1 @@\n+d\n",
    ]);
  });
});

describe("a partial clone", () => {
  function partial() {
    const scratch = scratchClone();
    for (let count = 0; count < 50; count += 1) scratch.write(`file${count}`, `${count}\n`);
    scratch.commit("fix: all (#1)");
    scratch.git("config", "uploadpack.allowFilter", "true");
    scratch.git("config", "uploadpack.allowAnySHA1InWant", "true");
    const copy = join(scratch.directory, "copy.git");
    scratch.git("clone", "-q", "--bare", "--filter=blob:none", `file://${scratch.directory}`, copy);
    const packs = () =>
      scratch.git("-C", copy, "count-objects", "-v").match(/^packs: (\d+)$/m)?.[1];
    return { ...scratch, copy, packs };
  }

  test("asks its remote for nothing unless that is allowed", async () => {
    using scratch = partial();
    const { copy, packs } = scratch;
    const before = packs();
    const files = await newest(copy);
    expect(files).toHaveLength(50);
    expect(new Set(files.map(([, , , patch]) => patch))).toEqual(
      new Set(["The clone lacks the contents of this file. Fetch it whole."]),
    );
    expect(packs()).toBe(before);
  });

  test("fetches what it lacks at once where that is allowed", async () => {
    using scratch = partial();
    const { copy, packs } = scratch;
    const before = Number(packs());
    const files = await newest(copy, everything, { fetchMissing: true });
    expect(files.find(([, path]) => path === "file7")?.[3]).toBe("@@ -0,0 +1,1 @@\n+7\n");
    expect(files.every(([, , , patch]) => String(patch).startsWith("@@"))).toBe(true);
    expect(packs()).toBe(String(before + 1));
  });

  test("whose remote is gone says so", async () => {
    using scratch = partial();
    const { copy } = scratch;
    scratch.git("-C", copy, "config", "remote.origin.url", join(scratch.directory, "gone"));
    const files = await newest(copy, everything, { fetchMissing: true });
    expect(files[0]?.[3]).toMatch(/its remote did not give them \(git fetch failed/);
  });

  test("starts no program that its settings name", async () => {
    using scratch = partial();
    const { copy } = scratch;
    const trace = join(scratch.directory, "started");
    const program = `touch ${trace};`;
    for (const [name, value] of [
      ["core.sshCommand", program],
      ["core.gitProxy", program],
      ["credential.helper", `!${program}`],
      ["remote.origin.uploadpack", `${program} git-upload-pack`],
      ["remote.origin.url", `file://${scratch.directory}`],
    ] as const) {
      scratch.git("-C", copy, "config", name, value);
    }
    scratch.write("copy.git/hooks/reference-transaction", `#!/bin/sh\n${program}\n`);
    scratch.git("-C", copy, "config", "core.fsmonitor", program);
    const files = await newest(copy, everything, { fetchMissing: true });
    expect(files[0]?.[3]).toMatch(/^@@/);
    expect(() => rmSync(trace)).toThrow();
  });
});

describe("many and odd", () => {
  test("names with newlines, quotes and foreign letters are found", async () => {
    using scratch = scratchClone();
    const names = ['with "quotes"', "with\nnewline", ":colon", "tab\there", "ünïcode", " space "];
    for (const name of names) scratch.write(name, "1\n");
    scratch.commit("fix: odd (#1)");
    const files = await newest(scratch.directory);
    expect(new Set(files.map(([, path]) => path))).toEqual(new Set(names));
    expect(new Set(files.map(([, , , patch]) => patch))).toEqual(
      new Set(["@@ -0,0 +1,1 @@\n+1\n"]),
    );
  });

  test("two names that no UTF-8 tells apart have a patch each", async () => {
    using scratch = scratchClone();
    scratch.commit("start");
    const [one, two] = ["1\n", "2\n"].map((text) => {
      scratch.write("text", text);
      return scratch.git("hash-object", "-w", "text");
    });
    const entries = `100644 blob ${one}\t\u00e8\x00100644 blob ${two}\t\u00e9\x00`;
    const call = ["-C", scratch.directory, "mktree", "-z"];
    const input = Buffer.from(entries, "latin1");
    const tree = execFileSync("git", call, { input, encoding: "utf8" }).trim();
    const commit = scratch.git("commit-tree", "-p", "HEAD", "-m", "fix: bytes (#1)", tree);
    scratch.git("update-ref", "HEAD", commit);
    expect(await newest(scratch.directory)).toEqual([
      ["added", "\ufffd", null, "@@ -0,0 +1,1 @@\n+1\n"],
      ["added", "\ufffd", null, "@@ -0,0 +1,1 @@\n+2\n"],
    ]);
  });

  test("of 5,000 files the first thousand have a patch, and the others say that they are too many", async () => {
    using scratch = scratchClone();
    scratch.commit("start");
    for (let count = 0; count < 5000; count += 1) {
      scratch.write(`d${count % 50}/f${count}.go`, `${count}\n`);
    }
    scratch.commit("fix: all (#1)");
    const patches = (await newest(scratch.directory)).map(([, , , patch]) => String(patch));
    expect(patches.filter((patch) => patch.startsWith("@@"))).toHaveLength(1000);
    expect(patches.filter((patch) => patch.startsWith("More than 1,000"))).toHaveLength(4000);
  });

  test("the order stays where some pull requests want much and others nothing", async () => {
    using scratch = scratchClone();
    for (let number = 1; number <= 6; number += 1) {
      const files = number % 2 === 0 ? 0 : 450;
      for (let count = 0; count < files; count += 1) {
        scratch.write(`f${count}`, `${number} ${count}\n`);
      }
      scratch.commit(`fix: ${number} (#${number})`);
    }
    const clone = await openClone(scratch.directory);
    const merged = await Array.fromAsync(
      readMerged(clone, ALL, ({ files }) =>
        files.known ? files.value.map(({ path }) => path) : [],
      ),
    );
    expect(merged.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
    const lastPatches = merged.map(({ files }) => files.known && files.value.at(-1)?.patch);
    expect(
      lastPatches.map((patch) => patch && patch.known && patch.value.split("\n").at(-2)),
    ).toEqual([undefined, "+5 99", undefined, "+3 99", undefined, "+1 99"]);
  });

  test("who stops early leaves nothing behind", async () => {
    using scratch = scratchClone();
    for (let number = 1; number <= 20; number += 1) {
      scratch.write("f", `${number}\n`);
      scratch.commit(`fix: ${number} (#${number})`);
    }
    const clone = await openClone(scratch.directory);
    const seen: number[] = [];
    for await (const { number } of readMerged(clone, ALL, () => ["f"])) {
      seen.push(number);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual([20, 19]);
  });
});
