/** Whether a moment lies in the `since`–`before` window of the query; both ends belong to it. */
export function within(query: URLSearchParams, moment: string): boolean {
  const at = Date.parse(moment);
  const since = Date.parse(query.get("since") ?? "");
  const before = Date.parse(query.get("before") ?? query.get("until") ?? "");
  return !(at < since) && !(at > before);
}
