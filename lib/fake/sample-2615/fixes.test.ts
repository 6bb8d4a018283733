import { describe, expect, test } from "vitest";
import { type FakePullRequest, repositoryOrThrow } from "../store.ts";
import { sample2615 } from "./sample-2615.ts";

const isFixTitle = /^\s*fix\([^)]*\)!?:/i;
const hasTestRule =
  /_test\.go$|(^|\/)(e2e|servinge2e|staginge2e|tests)\/|\.spec\.ts$|(^|\/)\.(github|gitea|forgejo)\/workflows\/[^/]*(e2e|smoke)/;
const isNamedAsTest =
  /(_test\.go|\.(test|spec)\.[jt]sx?|(^|\/)test_[^/]*\.(py|sh)|_test\.(py|sh)|\.bats)$/;

const sample = sample2615();

function fixesOf(name: string): FakePullRequest[] {
  const { pulls } = repositoryOrThrow(sample, name);
  return pulls.filter((pull) => pull.mergedAt !== null && isFixTitle.test(pull.title));
}

function pathsOf(pull: FakePullRequest): string[] {
  return pull.files.map((file) => file.path);
}

function hasTest(pull: FakePullRequest): boolean {
  return pathsOf(pull).some((path) => hasTestRule.test(path));
}

const audited = [...fixesOf("molecule-core"), ...fixesOf("molecule-controlplane")];
const tested = audited.filter(hasTest);
const untested = audited.filter((pull) => !hasTest(pull));

describe("the audit's table", () => {
  test.each([
    {
      title: "S28 molecule-core has 52 fix PRs, 41 with a test, 11 without",
      name: "molecule-core",
      counts: [52, 41, 11],
    },
    {
      title: "S29 molecule-controlplane has 102 fix PRs, 61 with a test, 41 without",
      name: "molecule-controlplane",
      counts: [102, 61, 41],
    },
  ])("$title", ({ name, counts }) => {
    const fixes = fixesOf(name);
    const withTest = fixes.filter(hasTest);
    const without = fixes.filter((pull) => !hasTest(pull));
    expect([fixes.length, withTest.length, without.length]).toEqual(counts);
  });

  test("S27 the table is the same where a rename is read as one path removed and one added", () => {
    const paths = (pull: FakePullRequest) =>
      pull.files.flatMap((file) => [file.path, ...(file.previousPath ? [file.previousPath] : [])]);
    const found = audited.filter((pull) => paths(pull).some((path) => hasTestRule.test(path)));
    expect(found).toEqual(tested);
  });

  test("S30 both together are 154 fixes, 102 with a test and 52 without", () => {
    expect([audited.length, tested.length, untested.length]).toEqual([154, 102, 52]);
  });

  test("S26 every audited fix was merged to main from 2026-04-14 to 2026-06-11, after it was opened, on a weekday", () => {
    for (const pull of audited) {
      const mergedAt = pull.mergedAt ?? "";
      expect(pull.baseRef).toBe("main");
      expect(mergedAt.slice(0, 10) >= "2026-04-14" && mergedAt.slice(0, 10) <= "2026-06-11").toBe(
        true,
      );
      expect(mergedAt > pull.createdAt).toBe(true);
      expect([1, 2, 3, 4, 5]).toContain(new Date(mergedAt).getUTCDay());
    }
  });

  test("S26 the fixes are spread over nine weeks, none of them empty", () => {
    const weekOf = (at: string) =>
      Math.floor((Date.parse(at) - Date.parse("2026-04-13T00:00:00Z")) / (7 * 86_400_000));
    const weeks = new Set(audited.map((pull) => weekOf(pull.mergedAt ?? "")));
    expect([...weeks].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

const alternatives = [
  /_test\.go$/,
  /(^|\/)e2e\//,
  /(^|\/)servinge2e\//,
  /(^|\/)staginge2e\//,
  /(^|\/)tests\//,
  /\.spec\.ts$/,
  /\.github\/workflows\//,
  /\.gitea\/workflows\//,
  /\.forgejo\/workflows\//,
];

describe("S27 each pattern of the rule is somewhere the only reason", () => {
  test.each([
    ["_test.go at the root", /^[^/]*_test\.go$/, /_test\.go$/],
    ["_test.go below", /\/[^/]*_test\.go$/, /_test\.go$/],
    ["e2e/ at the root", /^e2e\//, /(^|\/)e2e\//],
    ["e2e/ below", /\/e2e\//, /(^|\/)e2e\//],
    ["servinge2e/ at the root", /^servinge2e\//, /(^|\/)servinge2e\//],
    ["servinge2e/ below", /\/servinge2e\//, /(^|\/)servinge2e\//],
    ["staginge2e/ at the root", /^staginge2e\//, /(^|\/)staginge2e\//],
    ["staginge2e/ below", /\/staginge2e\//, /(^|\/)staginge2e\//],
    ["tests/ at the root", /^tests\//, /(^|\/)tests\//],
    ["tests/ below", /\/tests\//, /(^|\/)tests\//],
    [".spec.ts at the root", /^[^/]*\.spec\.ts$/, /\.spec\.ts$/],
    [".spec.ts below", /\/[^/]*\.spec\.ts$/, /\.spec\.ts$/],
    [".github workflow at the root", /^\.github\/workflows\//, /\.github\/workflows\//],
    [".github workflow below", /\/\.github\/workflows\//, /\.github\/workflows\//],
    [".gitea workflow at the root", /^\.gitea\/workflows\//, /\.gitea\/workflows\//],
    [".gitea workflow below", /\/\.gitea\/workflows\//, /\.gitea\/workflows\//],
    [".forgejo workflow at the root", /^\.forgejo\/workflows\//, /\.forgejo\/workflows\//],
    [".forgejo workflow below", /\/\.forgejo\/workflows\//, /\.forgejo\/workflows\//],
  ])("%s", (_, place, pattern) => {
    const others = alternatives.filter((each) => each.source !== pattern.source);
    const only = tested.filter((pull) => {
      const matching = pathsOf(pull).filter((path) => hasTestRule.test(path));
      return matching.every(
        (path) => place.test(path) && others.every((other) => !other.test(path)),
      );
    });
    expect(only.length).toBeGreaterThan(0);
  });

  test("an e2e workflow and a smoke workflow each are the only reason", () => {
    const onlyBy = (word: RegExp) =>
      tested.filter((pull) =>
        pathsOf(pull).every((path) => !hasTestRule.test(path) || word.test(path)),
      );
    expect(onlyBy(/\/workflows\/[^/]*e2e/).length).toBeGreaterThan(0);
    expect(onlyBy(/\/workflows\/[^/]*smoke/).length).toBeGreaterThan(0);
  });
});

const lookAlikes = [
  "internal/contest.go",
  "pkg/latest_test.golden",
  "docs/testsuite.md",
  "ui/panel.spec.tsx",
  "web/panel.test.ts",
  "workspace-server/internal/attestation.go",
  "deploy/e2e.md",
  "deploy/smoke/values.yaml",
  "scripts/smoke.sh",
  ".gitea/workflows/deploy.yml",
  ".gitea/workflows/nested/e2e.yml",
  "testsdata/fixture.json",
  "internal/e2ehelpers.go",
  "src/latests/feed.ts",
  "cmd/tests.go",
  "internal/testsupport/names.go",
  "images/tools/Dockerfile.e2e",
];

describe("tests by their names", () => {
  test("S27 each fix with a test adds a file that is a test by its name, beside what it repairs", () => {
    for (const pull of tested) {
      const added = pull.files.filter((file) => file.status === "added");
      expect(added.some((file) => isNamedAsTest.test(file.path))).toBe(true);
      const repaired = pathsOf(pull).filter(
        (path) => !hasTestRule.test(path) && !isNamedAsTest.test(path),
      );
      expect(repaired.length).toBeGreaterThan(0);
    }
  });

  test("S27 a fix without a test touches no such file, unless it deletes it or only renames it", () => {
    for (const pull of untested) {
      const kept = pull.files.filter((file) =>
        ["added", "changed", "copied"].includes(file.status),
      );
      expect(kept.filter((file) => isNamedAsTest.test(file.path))).toEqual([]);
      const renamed = pull.files.filter((file) => file.status === "renamed");
      expect(renamed.every((file) => file.additions + file.deletions === 0)).toBe(true);
    }
  });

  test("S27 at least 15 fixes without a test touch a file that only looks like one", () => {
    const looksLikeTest = /test|spec|e2e|smoke/i;
    const isLookAlike = (path: string) => looksLikeTest.test(path);
    const alike = untested.filter((pull) => pathsOf(pull).some(isLookAlike));
    expect(alike.length).toBeGreaterThanOrEqual(15);
    const paths = untested.flatMap(pathsOf);
    for (const path of lookAlikes) expect(paths).toContain(path);
    expect(lookAlikes.filter((path) => hasTestRule.test(path))).toEqual([]);
  });
});
