// npm run bench prints a table; with --json one JSON array and nothing else on standard output.
import { parseArgs } from "node:util";
import { messageOf } from "../lib/errors.ts";
import { AUDIT_ROW, measureAudit } from "./measure-audit.ts";
import { JUDGE_ROW, measureJudge } from "./measure-judge.ts";
import { LEVERAGE_ROW, measureLeverage } from "./measure-leverage.ts";
import { measureStart, START_ROWS } from "./measure-start.ts";
import { measureSync, SYNC_ROWS } from "./measure-sync.ts";
import { type Measurement, notMeasured } from "./measurement.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    /** The clone that is audited; without one a history is made. */
    clone: { type: "string" },
    only: { type: "string", multiple: true },
  },
});
const say = (step: string): void => console.error(step);

type Part = {
  readonly rows: readonly string[];
  readonly measure: () => Promise<readonly Measurement[]>;
};

const parts: Readonly<Record<string, Part>> = {
  judge: { rows: [JUDGE_ROW], measure: async () => [measureJudge(say)] },
  leverage: { rows: [LEVERAGE_ROW], measure: async () => [measureLeverage(say)] },
  audit: {
    rows: [AUDIT_ROW],
    measure: async () => [await measureAudit(values.clone ?? null, say)],
  },
  start: { rows: START_ROWS, measure: () => measureStart(say) },
  sync: { rows: SYNC_ROWS, measure: () => measureSync(say) },
};

const rows: Measurement[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (values.only && !values.only.includes(name)) continue;
  // A part that fails has rows too: the others are still worth having.
  const failed = (error: unknown) => part.rows.map((row) => notMeasured(row, messageOf(error)));
  rows.push(...(await part.measure().catch(failed)));
}
if (values.json) console.log(JSON.stringify(rows));
else console.table(rows);
