import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fetchRefs } from "./fetch-from-forge.ts";
import { networkEnvironment } from "./network-environment.ts";
import { folderOf, treeOf, withCommit } from "./testing/mirrored.ts";
import { mirrorState } from "./with-mirror.ts";

const TOKEN = "secret-token-of-a-forge";

describe("a token", () => {
  test("is needed, and without it the API is asked, which is said", async () => {
    await using here = await withCommit();
    here.server.faults.token = TOKEN;
    const refused = here.open({ token: "another" });
    expect(await treeOf(refused)).toBe("by the API");
    expect(await mirrorState(refused)).toBe(
      "The API is asked for files: git over HTTP was refused (401).",
    );
    expect(await treeOf(here.open({ token: TOKEN }))).toBe("README");
  });

  test("is never on a command line, never on the disk, and nobody else reads the folder", async () => {
    await using here = await withCommit();
    here.server.faults.token = TOKEN;
    const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
    const bin = join(here.scratch.directory, ".git", "bin");
    const log = join(here.scratch.directory, ".git", "argv");
    mkdirSync(bin);
    writeFileSync(
      join(bin, "git"),
      `#!/bin/sh\nfor each in "$@"; do echo "$each" >> ${log}; done\nexec ${real} "$@"\n`,
    );
    chmodSync(join(bin, "git"), 0o755);
    const path = process.env["PATH"];
    process.env["PATH"] = `${bin}:${path}`;
    try {
      await treeOf(here.open({ token: TOKEN }));
      const texts = await here.open({ token: TOKEN }).texts("owner/name", here.sha, ["README"]);
      expect(texts.get("README")).toMatchObject({ value: "start\n" });
      expect(await treeOf(here.open({ token: TOKEN }))).toBe("README");
    } finally {
      process.env["PATH"] = path;
    }
    const argv = readFileSync(log, "utf8");
    for (const arg of ["clone", "--prune", "--stdin"]) expect(argv.split("\n")).toContain(arg);
    const basic = Buffer.from(`x-access-token:${TOKEN}`).toString("base64");
    for (const text of [argv, here.written()]) {
      expect(text).not.toContain(TOKEN);
      expect(text).not.toContain(basic);
      expect(text).not.toContain("x-access-token");
    }
    expect(here.written()).not.toContain(here.server.url);
    for (const folder of [join(here.cache, "mirrors"), folderOf(here)]) {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
  });

  test("does not go where the forge leads, nor to an address that is not allowed", async () => {
    await using here = await withCommit();
    here.server.faults.status = 302;
    expect(await treeOf(here.open({ token: TOKEN }))).toBe("by the API");
    expect(here.server.asked).toHaveLength(1);
    here.server.faults.status = null;
    const network = { privateAddresses: [], GATELINE_CA_FILE: undefined };
    const inside = here.open({ token: TOKEN, network });
    expect(await treeOf(inside)).toBe("by the API");
    expect(await mirrorState(inside)).toContain("GATELINE_PRIVATE_ADDRESSES");
    expect(here.server.asked).toHaveLength(1);
  });

  test.each([
    ["a password in it", "http://user:word@127.0.0.1/x.git"],
    ["another scheme", "file:///etc"],
    ["no scheme", "--upload-pack=touch"],
  ])("is not given to an address with %s", async (_what, url) => {
    await using here = await withCommit();
    const forge = here.open({ token: TOKEN, cloneUrl: () => url });
    expect(await treeOf(forge)).toBe("by the API");
    expect(await mirrorState(forge)).toContain("not http or https, or holds a name");
  });
});

test("whoever is asked is at one of the addresses that were looked at, whatever the host's name stands for", async () => {
  await using here = await withCommit();
  const url = here.server.url.replace("127.0.0.1", "forge.test");
  const plain = { url, token: null, caFile: null, home: here.cache };
  const directory = join(here.cache, "pinned");
  mkdirSync(directory);
  const fetchVia = (addresses: readonly string[]) => {
    const environment = networkEnvironment({ ...plain, addresses });
    const watch = { isTooLarge: async () => false, everyMs: 1000, isNew: true };
    return fetchRefs({ directory, url, environment, signal: undefined }, watch);
  };
  await expect(fetchVia([])).rejects.toThrow("forge.test");
  await expect(fetchVia(["127.0.0.1", "::1"])).resolves.toBeUndefined();
});
