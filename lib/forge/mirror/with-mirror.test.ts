import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { LinePage, LineRequest, WantedPatches } from "../forge.ts";
import { openClone } from "../git/open-clone.ts";
import { readPatches } from "../git/read-patches.ts";
import { type Mirrored, mirrored } from "./testing/mirrored.ts";

const WORKFLOW = "on: push\n";
const BODY = Array.from({ length: 30 }, (_, at) => `line ${at}\n`).join("");

function started({ scratch }: Mirrored): void {
  scratch.write(".gitea/workflows/ci.yml", WORKFLOW);
  scratch.write("old/x_test.go", BODY);
  scratch.write("a", "1\n");
  scratch.commit("start");
}

/** Two commits of a pull request on a branch of its own. */
function branchOfTwo({ scratch, pull }: Mirrored, number: number): void {
  const name = `t${number}`;
  scratch.git("checkout", "-q", "-b", name);
  rmSync(join(scratch.directory, "old"), { recursive: true });
  scratch.write("new/x_test.go", `${BODY}added\n`);
  scratch.commit(`${name} one`);
  scratch.write("a", `topic ${number}\n`);
  scratch.commit(`${name} two`);
  pull(number);
  scratch.git("checkout", "-q", "main");
}

describe("what is written in a branch", () => {
  test("is read from the mirror: its files, their texts and its workflows", async () => {
    await using here = await mirrored();
    started(here);
    here.scratch.write("binary", "\0");
    const sha = here.scratch.commit("more");
    const forge = here.open();
    expect(await forge.tree("owner/name", "main")).toEqual({
      known: true,
      value: { sha, paths: [".gitea/workflows/ci.yml", "a", "binary", "old/x_test.go"] },
    });
    expect(await forge.workflowFiles("owner/name", "main")).toEqual({
      known: true,
      value: [{ path: ".gitea/workflows/ci.yml", text: WORKFLOW }],
    });
    const texts = await forge.texts("owner/name", sha, ["a", "binary", "nowhere"]);
    expect([...texts]).toMatchObject([
      ["a", { known: true, value: "1\n" }],
      ["binary", { known: false }],
      ["nowhere", { known: false }],
    ]);
    expect(here.asked).toEqual([]);
  });

  test("is asked of the forge where the mirror has no such branch, or no contents can be had", async () => {
    await using here = await mirrored();
    started(here);
    const sha = here.scratch.git("rev-parse", "HEAD");
    const forge = here.open();
    await forge.tree("owner/name", "gone");
    here.server.faults.status = 500;
    await forge.workflowFiles("owner/name", "main");
    const texts = await forge.texts("owner/name", sha, ["a", "nowhere"]);
    expect(texts.get("a")).toMatchObject({ value: "by the API" });
    expect(here.asked).toEqual(["tree", "workflows", "texts a"]);
  });
});

describe("patches", () => {
  test("are those of a whole clone, a moved file among them, and their contents are fetched at once", async () => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here, 1);
    const merge = here.scratch.merge("t1", "Merge pull request #1 from k/t1");
    const wanted: WantedPatches[] = [
      { number: 1, sha: merge, paths: ["new/x_test.go", "a", "untouched"] },
    ];
    const whole = await openClone(here.scratch.directory);
    const forge = here.open();
    const answers = await Array.fromAsync(forge.patches("owner/name", wanted));
    expect(answers).toEqual(await Array.fromAsync(readPatches(whole, wanted)));
    expect(here.server.fetches()).toBe(3);
    expect(here.asked).toEqual([]);
  });

  test("of a rebase are of all its commits", async () => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here, 1);
    here.scratch.write("other", "1\n");
    here.scratch.commit("pushed");
    here.scratch.git("cherry-pick", "main..t1");
    const sha = here.scratch.git("rev-parse", "HEAD");
    const wanted = [{ number: 1, sha, paths: ["new/x_test.go", "a"] }];
    const [answer] = await Array.fromAsync(here.open().patches("owner/name", wanted));
    expect(answer && "patches" in answer && [...answer.patches]).toMatchObject([
      ["new/x_test.go", { value: expect.stringContaining("+added") }],
      ["a", { value: "@@ -1,1 +1,1 @@\n-1\n+topic 1\n" }],
    ]);
  });

  test("are asked of the forge where their contents cannot be had, or the merge is not known", async () => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here, 1);
    const sha = here.scratch.merge("t1", "Merge pull request #1 from k/t1");
    const forge = here.open();
    await forge.tree("owner/name", "main");
    here.server.faults.status = 500;
    const wanted = [
      { number: 1, sha, paths: ["a"] },
      { number: 2, sha: null, paths: ["a"] },
      { number: 3, sha: "1".repeat(40), paths: ["a"] },
    ];
    await Array.fromAsync(forge.patches("owner/name", wanted));
    expect(here.asked).toEqual(["patches 1 2 3"]);
  });
});

describe("direct commits", () => {
  const walk = async (here: Mirrored, request: Partial<LineRequest> = {}): Promise<LinePage[]> => {
    const merged = { shas: new Map<string, number>(), numbers: new Set<number>() };
    return await Array.fromAsync(
      here
        .open({ commitUrl: (_repository, sha) => `https://forge.test/c/${sha}` })
        .directCommits("owner/name", {
          branch: "main",
          from: null,
          until: null,
          since: null,
          merged,
          ...request,
        }),
    );
  };
  const titlesOf = (pages: readonly LinePage[]) =>
    pages.flatMap(({ rows }) => rows.map(({ title }) => title));

  test("are those that no pull request brought: not by a merge, a squash or a rebase of many", async () => {
    await using here = await mirrored();
    started(here);
    const { scratch } = here;
    branchOfTwo(here, 1);
    scratch.write("pushed", "1\n");
    scratch.commit("pushed\n\nin a hurry");
    scratch.git("cherry-pick", "main..t1");
    const rebased = scratch.git("rev-parse", "HEAD");
    scratch.write("squashed", "1\n");
    scratch.commit("squashed (#2)");
    scratch.git("checkout", "-q", "-b", "t3");
    scratch.commit("t3");
    scratch.git("checkout", "-q", "main");
    const merge = scratch.merge("t3", "whatever title");
    const tip = scratch.commit("last");
    const shas = new Map([
      [rebased, 1],
      [merge, 3],
    ]);
    const pages = await walk(here, { merged: { shas, numbers: new Set([1, 2, 3]) } });
    expect(titlesOf(pages)).toEqual(["last", "pushed", "start"]);
    expect(pages).toMatchObject([{ tip, next: null, metEarlier: false }]);
    expect(pages[0]?.rows[0]).toEqual({
      sha: tip,
      title: "last",
      body: "",
      author: "kimi",
      url: `https://forge.test/c/${tip}`,
      committedAt: expect.any(Date),
    });
    expect(pages[0]?.rows[1]).toMatchObject({ title: "pushed", body: "in a hurry" });
    expect(here.asked).toEqual([]);
  });

  test("end at the earlier tip, and behind the window", async () => {
    await using here = await mirrored();
    const shas = Array.from({ length: 14 }, (_, at) => here.scratch.commit(`c${at}`));
    const until = await walk(here, { until: shas[11] ?? "" });
    expect(titlesOf(until)).toEqual(["c13", "c12"]);
    expect(until.at(-1)).toMatchObject({ next: null, metEarlier: true });
    const since = new Date("2026-06-01T00:13:00Z");
    const within = await walk(here, { since });
    expect(titlesOf(within)).toEqual(["c13", "c12"]);
    expect(within.at(-1)).toMatchObject({ next: null, metEarlier: false });
  });

  test("go on where an earlier walk was left, inside a rebase of which only the newest commit is known too", async () => {
    await using here = await mirrored();
    started(here);
    const tip = here.scratch.git("rev-parse", "HEAD");
    const one = here.scratch.commit("one");
    here.scratch.commit("two");
    expect(titlesOf(await walk(here, { from: { tip, next: one } }))).toEqual(["one", "start"]);
  });

  test("are asked of the forge from the first pull request on of which git does not know what it brought", async () => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here, 1);
    here.scratch.git("merge", "-q", "--ff-only", "t1");
    const forward = here.scratch.git("rev-parse", "HEAD");
    here.scratch.commit("last");
    const merged = { shas: new Map([[forward, 1]]), numbers: new Set([1]) };
    const pages = await walk(here, { merged });
    expect(titlesOf(pages)).toEqual(["last"]);
    expect(here.asked).toEqual([`line from ${forward}`]);
  });

  test("are asked of the forge where the commit to go on from is gone, or the branch", async () => {
    await using here = await mirrored();
    started(here);
    const gone = "1".repeat(40);
    await walk(here, { from: { tip: gone, next: gone } });
    await walk(here, { branch: "gone" });
    expect(here.asked).toEqual([`line from ${gone}`, "line from the tip"]);
  });

  test("come in pages, a rebase across their border among them", async () => {
    await using here = await mirrored();
    const { scratch } = here;
    const ahead = 999;
    scratch.commit("start");
    scratch.git("checkout", "-q", "-b", "t1");
    for (const part of ["one", "two", "three"]) {
      scratch.write(part, part);
      scratch.commit(part);
    }
    here.pull(1);
    scratch.git("checkout", "-q", "main");
    scratch.commit("between");
    scratch.git("cherry-pick", "t1~3..t1");
    const rebased = scratch.git("rev-parse", "HEAD");
    const input = Array.from({ length: ahead }, (_, at) => importOf(at)).join("");
    scratch.write(".git/import", input);
    scratch.git("-c", "alias.load=!git fast-import --quiet < .git/import", "load");
    const merged = { shas: new Map([[rebased, 1]]), numbers: new Set([1]) };
    const pages = await walk(here, { merged });
    expect(pages.map(({ rows, next }) => [rows.length, next])).toEqual([
      [ahead, rebased],
      [2, null],
    ]);
    expect(titlesOf(pages).slice(ahead)).toEqual(["between", "start"]);
  });
});

const importOf = (index: number): string =>
  `commit refs/heads/main\ncommitter k <k@f.example> ${1_790_000_000 + index} +0000\ndata 4\npush\n${index === 0 ? "from refs/heads/main^0\n" : ""}\n`;
