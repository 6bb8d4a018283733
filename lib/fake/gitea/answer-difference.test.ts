import { execFileSync } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { sample2615 } from "../sample-2615/sample-2615.ts";
import { serveFake } from "../serve.ts";
import { type FakeFile, repositoryOrThrow } from "../store.ts";

const store = sample2615();
const served = await serveFake({ store });
afterAll(() => served.close());
const [pull] = repositoryOrThrow(store, "molecule-core").pulls;

async function differenceOf(files: FakeFile[]): Promise<string> {
  if (!pull) throw new Error("The sample has no pull request.");
  pull.files = files;
  const path = `/api/v1/repos/molecule-ai/molecule-core/pulls/${pull.number}.diff`;
  const answer = await fetch(`${served.url}${path}`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    "text/plain;charset=utf-8",
  ]);
  return answer.text();
}

const HUNKS = "@@ -1,2 +1,2 @@ func It() {\n-a\n+b\n c\n";
const changed = (path: string, more: Partial<FakeFile> = {}): FakeFile => ({
  path,
  previousPath: null,
  status: "changed",
  additions: 1,
  deletions: 1,
  patch: HUNKS,
  ...more,
});

test("git reads what is printed: hostile names, moves, files without lines and rows that only give their sizes", async () => {
  const names = ["a b.go", 'a "b".go', "a\\b.go", "a\tb\nc.go", "später/日本.go", "\u0001.go"];
  const gone = {
    status: "deleted",
    additions: 0,
    deletions: 1,
    patch: "@@ -1 +0,0 @@\n-a\n",
  } as const;
  const fresh = { status: "added", additions: 0, deletions: 0 } as const;
  const sizes = { additions: 3, deletions: 2 };
  const bare = { path: "sizes.go", previousPath: null, status: "changed", ...sizes } as const;
  const files = [
    ...names.map((name) => changed(name)),
    changed("gone.go", gone),
    changed("empty.go", { ...fresh, patch: "" }),
    changed('to "it".go', { status: "renamed", previousPath: "from it.go" }),
    bare,
  ];
  const text = await differenceOf(files);
  const options = { input: text, encoding: "utf8", cwd: "/" } as const;
  const read = execFileSync("git", ["apply", "--numstat", "-z", "-"], options).split("\0");
  expect(read.slice(0, -1)).toEqual(
    files.map(({ path, additions, deletions }) => `${additions}\t${deletions}\t${path}`),
  );
  expect(text).toContain('+++ "b/a \\"b\\".go"\n');
  expect(text).toContain("+++ b/a b.go\t\n");
  expect(text).toContain("+++ b/später/日本.go\n");
});

test("a file that only moved, and a binary one, have their line and no hunk", async () => {
  const moved = { status: "renamed", previousPath: "old.go", patch: "", additions: 0 } as const;
  const text = await differenceOf([
    changed("new.go", { ...moved, deletions: 0 }),
    changed("a.png", { patch: null }),
  ]);
  expect(text.replace(/^index \w{7}\.\.\w{7} /m, "index ")).toBe(
    `diff --git a/old.go b/new.go
similarity index 100%
rename from old.go
rename to new.go
diff --git a/a.png b/a.png
index 100644
Binary files a/a.png and b/a.png differ
`,
  );
});

test("of a pull request that is not there it says so", async () => {
  const answer = await fetch(`${served.url}/api/v1/repos/molecule-ai/molecule-core/pulls/1.diff`);
  expect(answer.status).toBe(404);
});
