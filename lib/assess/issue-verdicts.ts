import { HAS_TEST, MEASURES } from "#/lib/coverage/measure.ts";
import type { Standing } from "#/lib/coverage/verdict.ts";
import { verdictAt } from "#/lib/coverage/verdict-at.ts";
import { unknown } from "#/lib/facts/known.ts";
import type { JudgedItem } from "#/lib/store/assessment.ts";

const NOT_ASKED = unknown("The audit's own measure knows no issues.");

/** What is concluded of an issue, an incident or a declared gap at every measure but the audit's own. */
export const issueVerdicts = (standing: Standing): JudgedItem["verdicts"] =>
  new Map(
    MEASURES.filter((measure) => measure !== HAS_TEST).map((measure) => [
      measure,
      verdictAt(measure, { standing, hasTest: NOT_ASKED, waived: false }),
    ]),
  );
