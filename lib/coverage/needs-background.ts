import type { Background } from "./background.ts";
import type { FixJudgement } from "./judge-fix.ts";
import { NO_LINEAGE } from "./lineage/trace-lineage.ts";
import { kindByConvention } from "./test/conventions.ts";

/** Whether what was judged of a pull request alone may be judged otherwise beside the others: because one of them concerns it, or because the layout tells the kind of a test that showed none by itself. */
export function needsBackground(
  number: number,
  { tests }: FixJudgement,
  { conventions, lineageOf }: Background,
): boolean {
  if (lineageOf(number) !== NO_LINEAGE) return true;
  return tests.some(
    ({ path, kind }) => kind.rule === "kind-unit" && kindByConvention(path, conventions) !== null,
  );
}
