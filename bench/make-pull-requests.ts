import { type ChangedFile } from "../lib/facts/changed-file.ts";
import { known } from "../lib/facts/known.ts";
import { makeText, TONGUES, type Tongue } from "./make-text.ts";
import { type Random, seededRandom } from "./random.ts";

export type MadePullRequest = { readonly title: string; readonly files: readonly ChangedFile[] };

const FILES = 10;

/** Pull requests of ten files each, the same on every machine; every third is a fix, and has the small patch of its test. One at a time, so that none has to be kept. */
export function* makePullRequests(count: number): Generator<MadePullRequest> {
  const random = seededRandom(7);
  for (let number = 1; number <= count; number += 1) {
    const isFix = number % 3 === 0;
    const area = `area${random.below(40)}`;
    const title = `${isFix ? "fix" : "feat"}(${area}): a result of part ${number}`;
    const tongue = random.pick(TONGUES);
    const product = Array.from({ length: FILES - 1 }, () =>
      file(`src/${area}/part${random.below(5000)}.${tongue.ending}`),
    );
    const test = file(`src/${area}/${tongue.testName(`part${number}`)}`);
    const patch = known(patchOf(tongue, number, random));
    yield { title, files: [...product, isFix ? { ...test, patch } : test] };
  }
}

const file = (path: string): ChangedFile => ({
  path,
  previousPath: null,
  status: "modified",
  additions: null,
  deletions: null,
});

/** A test case more, below the imports and the case in front of it. */
function patchOf(tongue: Tongue, number: number, random: Random): string {
  const context = makeText(tongue, true, 20 + random.below(20)).map((line) => ` ${line}`);
  const added = tongue.test(`case${number}`).map((line) => `+${line}`);
  const ranges = `-1,${context.length} +1,${context.length + added.length}`;
  return `@@ ${ranges} @@\n${[...context, ...added].join("\n")}\n`;
}
