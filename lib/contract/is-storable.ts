/** Whether every text in a value can be stored: Postgres keeps neither a NUL nor half a character, in no field. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  return typeof value !== "object" || value === null || Object.values(value).every(isStorable);
}
