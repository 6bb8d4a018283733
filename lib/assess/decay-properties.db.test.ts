import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { isMap, isSeq, parseDocument } from "yaml";
import { change } from "#/lib/fake/change.ts";
import type { FakeRepository } from "#/lib/fake/store.ts";
import { db } from "#/lib/store/db.ts";
import { refusePass } from "#/lib/store/sync-streams.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";
import { derivedRows } from "./testing/derived.ts";
import { decayRows, heldOnlyBy, movedSince, standingRows } from "./testing/standing-rows.ts";

const sample = await readySample();
afterAll(() => sample.close());
beforeEach(() => db.decay.deleteMany());
const [rows, standings] = [await derivedRows(), await standingRows()];

type Gate = { readonly alias: "core" | "cp"; readonly workflow: string; readonly job: string };
const ALIASES = ["core", "cp"] as const;
const nameOf = ({ alias, workflow, job }: Gate) => `${sample.idOf(alias)} ${workflow}:${job}`;

/** Every gate by which something stands at `blocking`. */
const gates = (
  await db.gate.findMany({ where: { required: { not: "no" } }, orderBy: { id: "asc" } })
).map(
  ({ repositoryId, workflow, job }): Gate => ({
    alias: repositoryId === sample.idOf("core") ? "core" : "cp",
    workflow,
    job,
  }),
);

const texts = new Map(
  gates.map(({ alias, workflow }) => [
    `${alias} ${workflow}`,
    sample[alias].branches[0]?.files.get(workflow) ?? "",
  ]),
);

const edit = (repository: FakeRepository, path: string, text: string) =>
  change.editFile({ store: sample.store, repository }, { path, text });

/** Lets no step of these jobs fail any more, and every step of the others. */
function mask(masked: readonly Gate[]): void {
  for (const [place, text] of texts) {
    const [alias, path = ""] = place.split(" ");
    const document = parseDocument(text);
    for (const { job } of masked.filter((gate) => gate.alias === alias && gate.workflow === path)) {
      const steps = document.getIn(["jobs", job, "steps"]);
      if (!isSeq(steps)) throw new Error(`${place} has no job ${job} with steps.`);
      for (const step of steps.items) if (isMap(step)) step.set("continue-on-error", true);
    }
    const wanted = masked.length === 0 ? text : document.toString();
    const repository = sample[alias === "core" ? "core" : "cp"];
    if (repository.branches[0]?.files.get(path) !== wanted) edit(repository, path, wanted);
  }
}

async function judge(): Promise<void> {
  await sample.syncAll();
  await sample.assess();
}

const blocking = async () =>
  new Map(
    (await db.verdict.findMany({ where: { measure: "blocking", population: "fix" } })).map(
      ({ itemId, repositoryId, verdict }) => [itemId, { repositoryId, verdict }],
    ),
  );

const RUNS = { numRuns: 3 };

test("masking jobs lowers exactly what they held up, and unmasking them restores every row", async () => {
  const property = fc.asyncProperty(
    fc.subarray(gates, { minLength: 1, maxLength: 4 }),
    async (masked) => {
      await db.decay.deleteMany();
      const names = new Set(masked.map(nameOf));
      const held = await heldOnlyBy(names);
      mask(masked);
      await judge();
      expect(movedSince(standings, await standingRows())).toEqual(held);
      const told = await decayRows();
      expect(
        [...new Set(told.flatMap(({ items }) => items.map(({ key }) => key)))].toSorted(),
      ).toEqual(held);
      expect(new Set(told.map(({ cause }) => cause))).toEqual(
        new Set(held.length > 0 ? ["masked"] : []),
      );
      mask([]);
      await judge();
      expect(await derivedRows()).toEqual(rows);
      expect((await decayRows()).flatMap(({ items }) => items).every(({ mended }) => mended)).toBe(
        true,
      );
    },
  );
  await fc.assert(property, RUNS);
});

test("demands that cannot be read make no gap of what may be covered, nor cover what may be a gap, and no gate decays by it", async () => {
  const property = fc.asyncProperty(
    fc.subarray(gates, { maxLength: 3 }),
    fc.subarray([...ALIASES], { minLength: 1 }),
    async (masked, unread) => {
      mask(masked);
      await judge();
      const [known, told] = [await blocking(), await decayRows()];
      const repositories = unread.map((alias) => sample.idOf(alias));
      for (const repositoryId of repositories)
        await refusePass({ repositoryId, stream: "protection", refusal: "HTTP 403" });
      await sample.assess();
      for (const [item, { repositoryId, verdict }] of await blocking()) {
        const was = known.get(item)?.verdict;
        const isUnread = repositories.includes(repositoryId ?? 0);
        expect(verdict).toBe(isUnread && was === "covered" ? "unknown" : was);
      }
      expect(await decayRows()).toEqual(told);
      mask([]);
      await judge();
      expect(await derivedRows()).toEqual(rows);
    },
  );
  await fc.assert(property, RUNS);
});
