import type { Construct } from "./read-constructs.ts";
import { is } from "./read-line.ts";
import { helperOf, isExpected } from "./scopes.ts";

const STANDS_IN =
  /\b(?:mock|stub|spy|fake|Mock|Stub|Spy|Fake)|\.(?:On|EXPECT|Return|Expect\w+|WithArgs|WillReturn\w*)\(/;

/** Lines that were only added to what an assertion expects, in cases that were also only given more to do: the case now covers more, without a new assertion. A field more in what is expected alone is an adaptation. */
export function extendedCases(constructs: readonly Construct[]): readonly Construct[] {
  const given = new Set<number>();
  const expected: Construct[] = [];
  for (const run of onlyAdded(constructs)) {
    const [first] = run;
    if (!first || helperOf(first.around) !== null || run.some(({ opens }) => opens)) continue;
    if (run.some(({ read }) => is(read, "import") || STANDS_IN.test(read.text))) continue;
    if (isExpected(first.around)) expected.push(first);
    else if (first.around.case !== null) given.add(first.region);
  }
  return expected.filter(({ region }) => given.has(region));
}

function onlyAdded(constructs: readonly Construct[]): readonly (readonly Construct[])[] {
  const runs: Construct[][] = [];
  let run: Construct[] = [];
  const close = () => {
    if (run.length > 0 && run.every(({ line }) => line.kind === "added")) {
      runs.push(run);
    }
    run = [];
  };
  for (const [index, construct] of constructs.entries()) {
    const before = constructs[index - 1];
    const apart = before && (before.hunk !== construct.hunk || before.region !== construct.region);
    if (apart || construct.line.kind === "context") close();
    if (construct.line.kind !== "context" && !construct.settled) run.push(construct);
  }
  close();
  return runs;
}
