import fc from "fast-check";
import { expect, test } from "vitest";
import { change } from "./change.ts";
import { createRandom } from "./random.ts";
import { randomChange } from "./random-change.ts";
import { tinyStore } from "./testing/tiny-store.ts";
import { hookEvents } from "./webhook/hook-events.ts";

function history(seed: number, { length = 120, withGit = false } = {}) {
  const { store, repository, other } = tinyStore({ withGit });
  const random = createRandom(seed);
  const said: string[] = [];
  for (let nth = 0; nth < length; nth += 1) {
    store.clock.advance(random.below(40));
    const revision = repository.revision;
    said.push(randomChange(random, store, repository, { transferTo: other, renames: true }));
    expect(repository.revision).toBeGreaterThan(revision);
  }
  return { store, repository, said };
}

test.each([false, true])(
  "a seed is a history: the same changes and the same rows, with git: %s",
  (withGit) => {
    const [first, second] = [history(7, { withGit }), history(7, { withGit })];
    expect(first.said).toEqual(second.said);
    const rows = ({ repository }: typeof first) => ({ ...repository, git: null });
    expect(rows(first)).toEqual(rows(second));
    expect(history(8, { withGit }).said).not.toEqual(first.said);
  },
);

test("over some histories every kind of change is made", () => {
  const kinds = new Set(
    [1, 2, 3, 4, 5].flatMap((seed) =>
      history(seed, { length: 200 }).said.map((each) => each.replace(/[#\d].*$/, "").trim()),
    ),
  );
  for (const kind of ["merge", "transfer", "dismiss review", "reopen", "complete run", "remove"]) {
    expect(kinds).toContain(kind);
  }
});

test("whatever happens, numbers and ids stand once and what hangs on a row has its row", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const { repository } = history(seed, { length: 60, withGit: seed % 2 === 0 });
      const numbers = [...repository.issues, ...repository.pulls].map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      const ids = repository.comments.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const row of [...repository.comments, ...repository.reviews]) {
        expect(numbers).toContain(row.number);
      }
      for (const pull of repository.pulls) {
        expect(pull.mergedAt === null).toBe(pull.mergeSha === null);
      }
    }),
    { numRuns: 25 },
  );
});

test.each(["gitea", "github"] as const)("%s tells of a history with no row left out", (dialect) => {
  const { store, repository } = tinyStore({ withGit: true });
  const events =
    dialect === "github" ? ["*"] : hookEvents(store, ["issues", "pull_request", "status"]);
  change.createHook(
    { store, repository },
    { dialect, url: "http://127.0.0.1:9", secret: "s", events },
  );
  const random = createRandom(11);
  for (let nth = 0; nth < 300; nth += 1) {
    store.clock.advance(7);
    randomChange(random, store, repository);
  }
  const payloads = repository.outbox.map(({ body }) => Object(JSON.parse(body)));
  expect(payloads.length).toBeGreaterThan(150);
  const rows = ["issue", "pull_request", "comment", "workflow_run", "workflow_job", "repository"];
  for (const payload of payloads) {
    for (const name of rows) expect(payload[name]).not.toBeNull();
    expect(payload.repository.id).toBe(1);
  }
  expect(new Set(repository.outbox.map(({ id }) => id)).size).toBe(payloads.length);
});
