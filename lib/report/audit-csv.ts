import { stringify } from "csv-stringify/sync";
import type { AuditDocument } from "./audit-document.ts";

/** The items of an audit as CSV, one a row; a text that a spreadsheet would run as a formula is escaped. */
export function renderAuditCsv(document: AuditDocument): string {
  const rows = document.items.map((item) => ({
    number: item.number,
    sha: item.sha,
    mergedAt: item.mergedAt,
    author: item.author,
    title: item.title,
    kind: item.kind,
    isFix: answer(item.isFix),
    hasTest: answer(item.hasTest),
    testKind: item.testKind,
    rung: item.rung,
    unknownAbove: item.unknownAbove ?? "",
    verdict: item.verdict ?? "",
    cluster: item.cluster ?? "",
    why: item.why.join("; "),
    evidence: item.evidence
      .map(({ path, gate }) => (gate === null ? path : `${path} by ${gate}`))
      .join("; "),
  }));
  return stringify(rows, { header: true, columns: COLUMNS, escape_formulas: true });
}

const COLUMNS = [
  "number",
  "sha",
  "mergedAt",
  "author",
  "title",
  "kind",
  "isFix",
  "hasTest",
  "testKind",
  "rung",
  "unknownAbove",
  "verdict",
  "cluster",
  "why",
  "evidence",
];

/** An answer that is not known is written as such, since an empty cell reads as no. */
const answer = (value: boolean | null): string => (value === null ? "unknown" : String(value));
