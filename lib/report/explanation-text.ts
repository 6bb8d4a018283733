import { plainText } from "./audit-lines.ts";
import type { Explanation } from "./explanation.ts";

const HEADS = {
  fix: "Is it a fix",
  test: "Did it bring a test",
  reach: "Does the test reach the fix",
  rung: "How far the evidence climbs",
} as const;

/** An explanation as text for a terminal: what was concluded, then every rule in the order in which it fired. */
export function renderExplanation({
  repository,
  policy,
  item,
  verdicts,
  steps,
}: Explanation): string {
  const judged = verdicts.filter(({ verdict }) => verdict !== null);
  const lines = [
    `${repository} #${item.number}  ${plainText(item.title)}`,
    `merged ${item.mergedAt} by ${plainText(item.author)} as ${item.sha.slice(0, 12)}, policy ${policy}`,
    "",
    `kind ${item.kind}, fix: ${answer(item.isFix)}, test: ${item.testKind}, exercises the fix: ${item.exercisesFix}, rung ${item.rung}`,
    judged.length === 0
      ? "No verdict: it belongs to no measure's population."
      : judged.map(({ measure, verdict }) => `${measure}: ${verdict}`).join(", "),
    "",
    ...steps.map(
      ({ about, rule, note, path, line }, at) =>
        `${String(at + 1).padStart(3)}. ${HEADS[about]}: ${plainText(note)}  [${rule}${placed(path, line)}]`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

const answer = (isFix: boolean | null): string =>
  isFix === null ? "unknown" : isFix ? "yes" : "no";

function placed(path: string | null, line: number | null): string {
  if (path === null) return "";
  return ` at ${plainText(path)}${line === null ? "" : `:${line}`}`;
}
