import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mirrored } from "./testing/mirrored.ts";
import { randomHistory } from "./testing/random-history.ts";

const plan = fc.record({
  behind: fc.integer({ min: 0, max: 6 }),
  writes: fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  }),
  way: fc.constantFrom(
    "merge" as const,
    "squash" as const,
    "rebase" as const,
    "merge of a rebase" as const,
  ),
  isNumbered: fc.boolean(),
  isPushed: fc.boolean(),
});

test("the files of pull requests are those that they brought, however they were merged, or the forge is asked", async () => {
  let asked = 0;
  let all = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 5, maxLength: 30 }), async (plans) => {
      await using here = await mirrored();
      const { input, brought, wantedOf } = randomHistory(plans);
      const git = join(here.scratch.directory, ".git");
      writeFileSync(join(git, "import"), input);
      const load = `!git fast-import --quiet --force --export-marks=${git}/marks < ${git}/import`;
      here.scratch.git("-c", `alias.load=${load}`, "load");
      const wanted = wantedOf(readFileSync(join(git, "marks"), "utf8"));
      for await (const answer of here.open().changedFiles("owner/name", wanted)) {
        all += 1;
        if (!("files" in answer)) throw answer.failure;
        const { number, files } = answer;
        if (!files.known) asked += 1;
        const shown = files.known
          ? files.value.map(({ status, path }) => `${status}:${path}`)
          : null;
        expect(shown?.toSorted().join(" ") ?? brought[number - 1], `#${number}`).toBe(
          brought[number - 1],
        );
      }
    }),
    { numRuns: 8 },
  );
  expect(asked).toBeLessThan(all / 4);
}, 60_000);
