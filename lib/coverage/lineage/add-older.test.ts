import { expect, test } from "vitest";
import { merged, pushed, shaOf } from "../testing/change.ts";
import { addOlder, type WantedOlder } from "./add-older.ts";
import type { ChangeFacts } from "./change-facts.ts";
import { traceLineage } from "./trace-lineage.ts";

const OLDER: readonly ChangeFacts[] = [
  merged(1, "fix: a"),
  merged(2, "fix: b"),
  merged(3, 'Revert "fix: b"'),
  merged(4, "docs: c"),
  pushed("c".repeat(40), 5, 'Revert "docs: c"'),
];

/** Tells what is wanted of what is older, and keeps what was wanted. */
function teller() {
  const asked: WantedOlder[] = [];
  const tell = async (wanted: WantedOlder) => {
    asked.push(wanted);
    const { numbers, shas, from } = wanted;
    return OLDER.filter(
      ({ id, sha, at }) =>
        numbers.has(Number(id)) ||
        shas.some((start) => sha?.startsWith(start)) ||
        (from !== null && at >= from),
    );
  };
  return { asked, tell };
}

test.each([
  ["nothing", [merged(20, "fix: x")]],
  ["only each other", [merged(20, "fix: x"), merged(21, "fix: x (#20)")]],
])("changes that name %s ask for nothing", async (_name, changes) => {
  const { asked, tell } = teller();
  expect(await addOlder(changes, tell)).toEqual(changes);
  expect(asked).toEqual([]);
});

test.each([
  ["an issue's number", merged(20, "fix: x (#4)"), [4]],
  ["a number that nothing has", merged(20, "fix: x (#19)"), []],
  ["a revert of what is older", merged(20, "Revert it", { body: "Reverts #2" }), [2]],
  [
    "a commit of what is older",
    merged(20, "Revert it", { body: `This reverts commit ${shaOf(2)}` }),
    [2],
  ],
])("%s wants no more than what it names", async (_name, change, ids) => {
  const { asked, tell } = teller();
  const all = await addOlder([change], tell);
  expect(all.filter(({ isOlder }) => isOlder).map(({ id }) => id)).toEqual(ids);
  expect(asked.map(({ from }) => from)).toEqual([null]);
});

test.each([
  ["its title and number", merged(20, "fix: b (#2)"), { copyOf: 2, isFirst: true, ofOlder: true }],
  [
    "a trailer",
    merged(20, "fix: x", { body: `(cherry picked from commit ${shaOf(1)})` }),
    { copyOf: 1, ofOlder: true },
  ],
  ["its words", merged(20, "Backport #4: x"), { copyOf: 4, isFirst: true, ofOlder: true }],
])("a copy by %s is judged by all that came after its original", async (_name, copy, found) => {
  const { asked, tell } = teller();
  const lineage = traceLineage(await addOlder([copy], tell)).get(20);
  expect(lineage).toEqual({ revertedBy: null, ...found });
  expect(asked).toHaveLength(2);
});
