import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type FakeServer, serveFake } from "../serve.ts";
import { type FakePullRequest, repositoryOrThrow } from "../store.ts";
import { isTest } from "./contents/render-test.ts";
import { sample2615 } from "./sample-2615.ts";

const sample = sample2615();
const all = sample.repositories.flatMap(({ name, pulls }) => pulls.map((pull) => ({ name, pull })));

async function differencesOf(server: FakeServer, name: string, pulls: readonly FakePullRequest[]) {
  const texts = [];
  for (const { number } of pulls) {
    const answer = await fetch(
      `${server.url}/api/v1/repos/molecule-ai/${name}/pulls/${number}.diff`,
    );
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    texts.push(await answer.text());
  }
  return texts;
}

/** What git itself reads in a difference: a line of sizes and path for each file. */
const readByGit = (text: string): string[] =>
  execFileSync("git", ["apply", "--numstat", "-"], { input: text, encoding: "utf8", cwd: "/" })
    .trimEnd()
    .split("\n");

describe("the texts of the sample", () => {
  test("git reads every difference, and its sizes are those that the forge's lists say", async () => {
    const server = await serveFake({ store: sample });
    for (const { name, pulls } of sample.repositories) {
      const texts = await differencesOf(server, name, pulls);
      const listed = pulls.flatMap(({ files }) =>
        files.map(({ path, additions, deletions }) => `${additions}\t${deletions}\t${path}`),
      );
      expect(readByGit(texts.join(""))).toEqual(listed);
    }
    await server.close();
  });

  test("every file is changed by its pull request, but for those that only moved", () => {
    const unchanged = all.flatMap(({ pull }) =>
      pull.files.filter(({ additions, deletions }) => additions + deletions === 0),
    );
    expect(unchanged.map(({ status }) => status)).toEqual(["renamed", "renamed", "renamed"]);
  });

  test("of no two pull requests are edited alike, so that none looks like a copy of another", () => {
    const edits = all.map(({ pull }) =>
      pull.files
        .map(({ path, patch }) => `${path}\n${patch?.replace(/^(?![+-]).*\n/gm, "")}`)
        .join(""),
    );
    expect(edits.filter((edit, index) => edits.indexOf(edit) !== index)).toEqual([]);
  });

  test("are the same each time, and hold no moment", () => {
    const again = sample2615().repositories.flatMap(({ pulls }) => pulls);
    expect(again.map(({ files }) => files)).toEqual(all.map(({ pull }) => pull.files));
    const texts = all.flatMap(({ pull }) => pull.files.map(({ patch }) => patch)).join("");
    expect(texts).not.toMatch(/\b20\d\d\b/);
  });
});

const ASSERTION = /t\.Fatalf?\(|expect\(|^\+\s+assert |exit 1/m;
const DEFINES = /^(?:@@.*@@ |[+ ])(?:export )?(?:func |function |def )?([A-Za-z]\w{6,})\(/gm;

describe("a fix that adds a test", () => {
  const fixes = all.filter(
    ({ pull }) => pull.title.startsWith("fix(") && pull.files.some(({ path }) => isTest(path)),
  );
  const added = fixes.flatMap(({ pull }) =>
    pull.files
      .filter(({ path, status }) => isTest(path) && status === "added")
      .map((file) => ({ file, pull })),
  );

  test("has an assertion in each of them", () => {
    expect(added.length).toBeGreaterThan(100);
    for (const { file } of added) expect(file.patch).toMatch(ASSERTION);
  });

  test("names in each of them a function that it changes", () => {
    for (const { file, pull } of added) {
      const changed = pull.files.filter(({ path }) => !isTest(path)).map(({ patch }) => patch);
      const names = [...changed.join("").matchAll(DEFINES)].map(([, name = ""]) => name);
      expect(
        names.filter((name) => file.patch?.includes(name)),
        `#${pull.number} ${file.path}`,
      ).not.toEqual([]);
    }
  });
});

describe("the tip of a branch", () => {
  test("has the texts that the pull requests left there", () => {
    const core = repositoryOrThrow(sample, "molecule-core").branches[0]?.files ?? new Map();
    const text = core.get("workspace-server/internal/registry/heartbeat.go");
    expect(text).toContain("func DropHeartbeatOlderLease(");
    expect(text).toMatch(/^package registry\n/);
    expect(core.get("workspace-server/internal/registry/heartbeat_test.go")).toContain(
      "func TestDropHeartbeatOlderLease(t *testing.T) {",
    );
    // Of what is still open the function is there, as it was.
    expect(core.get("workspace-server/internal/registry/lease.go")).toMatch(
      /func ShowAgeLease\(value, limit int\) int \{\n\treturn value\n\}/,
    );
  });

  test("has workflows that can be read, also in the folders that no forge reads", () => {
    const workflows = sample.repositories
      .flatMap(({ branches }) => [...(branches[0]?.files ?? [])])
      .filter(([path]) => /\.ya?ml$/.test(path));
    expect(workflows.length).toBeGreaterThan(25);
    for (const [path, text] of workflows) expect(parse(text), path).toBeTypeOf("object");
  });
});
