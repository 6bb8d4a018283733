import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { FakePullRequest } from "#/lib/fake/store.ts";
import { all, CORE, servedForge } from "./testing/served-forge.ts";

type Site = Awaited<ReturnType<typeof servedForge>>;
const at = ({ store, core }: Site, number: number) => ({ store, repository: core, number });

const pullAt = ({ core }: Site, index: number): FakePullRequest => {
  const pull = core.pulls[index];
  if (!pull) throw new Error(`The sample has no pull request at ${index}.`);
  return pull;
};
const wantedOf = (pulls: readonly FakePullRequest[]) =>
  pulls.map(({ number, mergeSha, headSha, baseRef }) => ({ number, mergeSha, headSha, baseRef }));
const file = (path: string) => ({
  path,
  previousPath: null,
  status: "changed" as const,
  additions: 1,
  deletions: 0,
});

describe("changed files", () => {
  test("of 75 pull requests take three questions, and one for each with a renamed file", async () => {
    await using site = await servedForge();
    const answers = await all(site.forge.changedFiles(CORE, wantedOf(site.core.pulls)));
    const told = answers.map((answer) => [
      answer.number,
      "files" in answer && answer.files.known ? answer.files.value.map(({ path }) => path) : null,
    ]);
    const due = site.core.pulls.map(({ number, files }) => [number, files.map(({ path }) => path)]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(due));
    const renamed = site.core.pulls.filter(({ files }) =>
      files.some(({ status }) => status === "renamed"),
    );
    expect(site.forge.requests()).toBe(3 + renamed.length);
  });

  test("with a renamed one among them are asked for by themselves, and tell where it came from", async () => {
    await using site = await servedForge();
    const [one, other] = [pullAt(site, 0), pullAt(site, 1)];
    one.files = [{ ...file("new.go"), previousPath: "old.go", status: "renamed" }, file("b.go")];
    const answers = await all(site.forge.changedFiles(CORE, wantedOf([one, other])));
    expect(answers.find(({ number }) => number === one.number)).toMatchObject({
      files: {
        known: true,
        value: [
          { path: "new.go", previousPath: "old.go", status: "renamed" },
          { path: "b.go", previousPath: null, status: "modified" },
        ],
      },
    });
    expect(site.forge.requests()).toBe(2);
  });

  test("of which a stream holds a part only are none there, and all when they are asked for", async () => {
    await using site = await servedForge();
    const [long, renamed] = [pullAt(site, 0), pullAt(site, 1)];
    long.files = Array.from({ length: 250 }, (_, index) => file(`f${index}.go`));
    renamed.files = [{ ...file("new.go"), previousPath: "old.go", status: "renamed" }];
    const { rows } = await site.walk("pulls");
    const filesOf = (number: number) => rows.find((row) => row.number === number)?.files;
    expect([filesOf(long.number), filesOf(renamed.number)]).toEqual([null, null]);
    const [answer] = await all(site.forge.changedFiles(CORE, wantedOf([long])));
    expect(answer).toMatchObject({ files: { known: true } });
    const value = answer && "files" in answer && answer.files.known ? answer.files.value : [];
    expect(value.map(({ path }) => path)).toEqual(long.files.map(({ path }) => path));
  });

  test("that are more than the forge tells are unknown", async () => {
    await using site = await servedForge();
    const pull = pullAt(site, 0);
    pull.files = Array.from({ length: 3001 }, (_, index) => file(`f${index}.go`));
    const [answer] = await all(site.forge.changedFiles(CORE, wantedOf([pull])));
    expect(answer).toMatchObject({ files: { known: false, why: expect.stringContaining("3001") } });
    expect(site.forge.requests()).toBe(1);
  });

  test("of one that is gone are unknown, of the others not", async () => {
    await using site = await servedForge();
    const [gone, there] = [pullAt(site, 0), pullAt(site, 1)];
    change.remove(at(site, gone.number));
    const answers = await all(site.forge.changedFiles(CORE, wantedOf([gone, there])));
    expect(answers).toMatchObject([{ files: { known: false } }, { files: { known: true } }]);
  });

  test("of one on which the forge fails are told as that, and the others come", async () => {
    await using site = await servedForge();
    const [bad, good] = [pullAt(site, 0), pullAt(site, 1)];
    site.skin.broken = [{ number: bad.number, field: "files" }];
    const answers = await all(site.forge.changedFiles(CORE, wantedOf([bad, good])));
    expect(answers.find(({ number }) => number === bad.number)).toHaveProperty("failure");
    expect(answers.find(({ number }) => number === good.number)).toHaveProperty(
      "files.known",
      true,
    );
  });
});

describe("reviews", () => {
  test("and requests of many pull requests come with one question", async () => {
    await using site = await servedForge();
    const pull = pullAt(site, 0);
    const place = at(site, pull.number);
    change.review(place, { author: "kimi", state: "REQUEST_CHANGES", body: "Not yet." });
    const dismissed = change.review(place, { author: "minimax", state: "APPROVED" });
    change.dismissReview(place, dismissed.id);
    change.requestReview(place, "fleet-engineer");
    const numbers = site.core.pulls.slice(0, 25).map(({ number }) => number);
    const answers = await all(site.forge.reviews(CORE, numbers));
    expect(answers).toHaveLength(25);
    expect(answers[0]).toMatchObject({
      number: pull.number,
      reviews: {
        known: true,
        value: [
          { author: "kimi", state: "changes_requested", body: "Not yet.", stale: false },
          { author: "minimax", state: "dismissed", body: null },
          { author: "fleet-engineer", state: "requested", submittedAt: null, commitSha: null },
        ],
      },
    });
    expect(site.forge.requests()).toBe(1);
  });

  test("of which there are more than one answer holds are all read", async () => {
    await using site = await servedForge();
    const pull = pullAt(site, 0);
    const place = at(site, pull.number);
    for (let n = 0; n < 160; n += 1) change.review(place, { author: `r${n}`, state: "COMMENT" });
    const streamed = (await site.walk("pulls")).rows.find(({ number }) => number === pull.number);
    expect(streamed?.reviews).toBeNull();
    const [answer] = await all(site.forge.reviews(CORE, [pull.number]));
    const value = answer && "reviews" in answer && answer.reviews.known ? answer.reviews.value : [];
    expect(new Set(value.map(({ externalId }) => externalId)).size).toBe(160);
  });

  test("of another head are stale", async () => {
    await using site = await servedForge();
    const pull = pullAt(site, 0);
    change.review(at(site, pull.number), { author: "kimi", state: "APPROVED" });
    pull.headSha = "e".repeat(40);
    const [answer] = await all(site.forge.reviews(CORE, [pull.number]));
    expect(answer).toMatchObject({ reviews: { value: [{ stale: true }] } });
  });
});

describe("checks", () => {
  const shas = ({ core }: Site) => [...new Set(core.pulls.map(({ headSha }) => headSha))];

  test("of 20 commits take one question", async () => {
    await using site = await servedForge();
    const asked = shas(site).slice(0, 20);
    const answers = await all(site.forge.checks(CORE, [...asked, ...asked]));
    expect(answers.map(({ sha }) => sha)).toEqual(asked);
    expect(site.forge.requests()).toBe(1);
    const [first] = answers;
    const contexts = [
      ...new Set(site.core.statuses.get(asked[0] ?? "")?.map((one) => one.context)),
    ];
    const value = first && "checks" in first && first.checks.known ? first.checks.value : [];
    expect(value.map(({ context }) => context)).toEqual(contexts.toSorted());
  });

  test("of one commit are all read, however many there are", async () => {
    await using site = await servedForge();
    const [sha = ""] = shas(site);
    for (let n = 0; n < 230; n += 1) {
      const context = `check ${String(n).padStart(3, "0")}`;
      change.setStatus(at(site, 0), { sha, context, state: n === 229 ? "failure" : "success" });
    }
    const [answer] = await all(site.forge.checks(CORE, [sha]));
    const value = answer && "checks" in answer && answer.checks.known ? answer.checks.value : [];
    expect(value.find(({ context }) => context === "check 229")?.state).toBe("failure");
  });

  test("of what is no commit, or none that the forge has, are unknown", async () => {
    await using site = await servedForge();
    const [sha = ""] = shas(site);
    const answers = await all(site.forge.checks(CORE, ["f".repeat(40), "main", sha]));
    const known = answers.map((answer) => "checks" in answer && answer.checks.known);
    expect(Object.fromEntries(answers.map(({ sha: of }, index) => [of, known[index]]))).toEqual({
      ["f".repeat(40)]: false,
      main: false,
      [sha]: true,
    });
  });

  test("that the token may not see are unknown and not none", async () => {
    await using site = await servedForge({ skin: { refused: ["checks"] } });
    const [answer] = await all(site.forge.checks(CORE, shas(site).slice(0, 1)));
    expect(answer).toMatchObject({
      checks: { known: false, why: expect.stringContaining("may not read the checks") },
    });
  });
});

describe("patches", () => {
  test("are the hunks of the wanted files, unknown where the forge leaves one out", async () => {
    await using site = await servedForge();
    const pull = pullAt(site, 0);
    const hunks = "@@ -1 +1,2 @@\n a\n+b\n";
    pull.files = [
      { ...file("a.go"), patch: hunks },
      { ...file("b.png"), additions: 0, patch: null },
      { ...file("c.go"), additions: 7, patch: hunks },
      { ...file("e.go"), previousPath: "old.go", status: "renamed", additions: 0, patch: "" },
    ];
    const paths = ["a.go", "b.png", "c.go", "d.go", "e.go"];
    const [answer] = await all(
      site.forge.patches(CORE, [{ number: pull.number, sha: pull.mergeSha, paths }]),
    );
    const patches = answer && "patches" in answer ? answer.patches : new Map<string, unknown>();
    expect([...patches.keys()].toSorted()).toEqual(paths);
    expect(patches.get("a.go")).toEqual({ known: true, value: hunks });
    expect(patches.get("e.go")).toEqual({ known: true, value: "" });
    expect(patches.get("b.png")).toMatchObject({
      known: false,
      why: expect.stringMatching(/binary/),
    });
    expect(patches.get("c.go")).toMatchObject({
      known: false,
      why: expect.stringMatching(/fewer lines/),
    });
    expect(patches.get("d.go")).toMatchObject({
      known: false,
      why: expect.stringMatching(/does not list/),
    });
  });
});
