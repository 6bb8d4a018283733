import fc from "fast-check";
import { expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { Change } from "../forge.ts";
import { toSeconds } from "./list.ts";
import { CORE, servedCore } from "./testing/served-core.ts";
import { walk } from "./testing/walk.ts";

const PAGE = 5;

/** What happens just before a request of a walk; a count cannot tell a row that came from one that went, so one or the other. */
const Step = fc.oneof(
  fc.record({ kind: fc.constant("remove" as const), nth: fc.nat({ max: 60 }) }),
  fc.record({ kind: fc.constant("add" as const) }),
  fc.record({ kind: fc.constant("touch" as const), nth: fc.nat({ max: 60 }) }),
);
type Step = typeof Step extends fc.Arbitrary<infer Value> ? Value : never;

type Place = Awaited<ReturnType<typeof servedCore>>;

async function smallCore(): Promise<Place> {
  const place = await servedCore({ pageMax: PAGE });
  const { core } = place;
  core.pulls = core.pulls.slice(-18);
  core.issues = core.issues.slice(-14);
  core.comments = [];
  for (const { number } of [...core.pulls, ...core.issues]) {
    change.comment({ store: place.store, repository: core, number }, { author: "kimi", body: "+" });
  }
  return place;
}

/** Plays the steps, one before each of the walk's requests. */
function play({ store, core, served }: Place, steps: readonly Step[]): void {
  const ground = { store, repository: core };
  for (const [index, step] of steps.entries()) {
    served.onRequest(index + 3, () => {
      store.clock.advance(1);
      if (step.kind === "add") {
        change.openIssue(ground, { author: "kimi", title: "new" });
        return;
      }
      const rows = [...core.issues, ...core.pulls];
      const row = rows[step.nth % rows.length];
      if (!row) return;
      if (step.kind === "remove") change.remove({ ...ground, number: row.number });
      else change.retitle({ ...ground, number: row.number }, `touched ${index}`);
    });
  }
}

const numbersOf = ({ core }: Place) => ({
  issues: core.issues.map(({ number }) => number),
  pulls: core.pulls.map(({ number }) => number),
  comments: core.comments.map(({ id }) => id),
});

const missing = (before: readonly number[], after: readonly number[], read: readonly number[]) =>
  before.filter((row) => after.includes(row) && !read.includes(row));

test.each(["issues", "pulls", "comments"] as const)(
  "a walk of %s brings every row that stays, whatever moves meanwhile",
  async (stream) => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { maxLength: 8 }), async (steps) => {
        await using place = await smallCore();
        const before = numbersOf(place)[stream];
        play(place, steps);
        const { rows } = await walk(place.forge, { stream, repository: CORE });
        const read = rows.map((row) =>
          stream === "comments" && "externalId" in row ? Number(row.externalId) : row.number,
        );
        expect(missing(before, numbersOf(place)[stream], read)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  },
);

/** A row that was read goes while the list is read by change, so that the next page begins behind one that was not. */
const REMOVED_BEHIND: [number[], Step[]] = [
  [12, 13, 14, 15, 16, 17],
  [{ kind: "add" }, { kind: "add" }, { kind: "touch", nth: 0 }, { kind: "remove", nth: 15 }],
];

test("what changed before a walk of changes is told, and what changes again meanwhile is left to the next", async () => {
  const touched = fc.uniqueArray(fc.nat({ max: 31 }), { maxLength: 32 });
  await fc.assert(
    fc.asyncProperty(touched, fc.array(Step, { maxLength: 8 }), async (nths, steps) => {
      await using place = await smallCore();
      const { store, core } = place;
      store.clock.advance(60);
      const since = new Date(store.clock.now());
      const all = [...core.issues, ...core.pulls].map(({ number }) => number);
      const changed = nths.flatMap((nth) => all[nth] ?? []);
      for (const number of changed) change.retitle({ store, repository: core, number }, "changed");
      play(place, steps);
      const { rows } = await walk(place.forge, { stream: "changes", repository: CORE, since });
      const after = [...core.issues, ...core.pulls]
        .filter((row) => row.updatedAt <= toSeconds(since))
        .map(({ number }) => number);
      expect(missing(changed, after, rows.map(numberOf))).toEqual([]);
    }),
    { numRuns: 12, examples: [REMOVED_BEHIND] },
  );
});

function numberOf(row: Change): number {
  if (row.kind === "issue") return row.issue.number;
  return row.kind === "pull" ? row.pull.number : row.number;
}
