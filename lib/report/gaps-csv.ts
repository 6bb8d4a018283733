import { stringify } from "csv-stringify/sync";
import type { GapRow } from "#/lib/contract/gaps.ts";
import { gapName } from "#/lib/format.ts";

/** Rows of the list as CSV: one row each, with a mark that tells spreadsheets the encoding, and no cell that they would run. */
export function gapsCsv(
  rows: readonly GapRow[],
  { measure, policy }: { readonly measure: string; readonly policy: string },
): string {
  return stringify(
    rows.map((row) => ({
      id: gapName(row.item),
      kind: row.kind,
      repository: row.repository,
      alias: row.alias,
      number: row.number,
      title: row.title,
      priority: row.priority ?? "",
      measure,
      verdict: row.verdict,
      rung: row.rung,
      cluster: row.cluster?.key ?? "",
      entered_at: row.enteredAt,
      claimed_by: row.claim?.by ?? "",
      claimed_until: row.claim?.expiresAt ?? "",
      sample_row: row.invented ? "yes" : "",
      url: row.url ?? "",
      policy,
    })),
    { header: true, bom: true, escape_formulas: true, columns: COLUMNS },
  );
}

// Written out, so that an empty list still has its header.
const COLUMNS = [
  "id",
  "kind",
  "repository",
  "alias",
  "number",
  "title",
  "priority",
  "measure",
  "verdict",
  "rung",
  "cluster",
  "entered_at",
  "claimed_by",
  "claimed_until",
  "sample_row",
  "url",
  "policy",
];
