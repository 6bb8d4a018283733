/**
 * Rows as one JSON parameter for `jsonb_to_recordset`: one prepared statement whatever their number.
 * Postgres stores no NUL character and no half of a surrogate pair; both become the replacement
 * character here, at the only way in.
 */
export const recordset = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "\uFFFD").toWellFormed() : value,
  );

/** Of several rows with one key the last stands: an upsert cannot touch a row twice. */
export function lastOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string | number): Row[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
