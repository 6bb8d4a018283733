/**
 * Whether a moment lies in the `since`–`before` window of a query; both ends belong to it, and what the
 * query says of fractions of a second is dropped.
 */
export function windowOf(
  query: URLSearchParams,
  [since, before]: readonly [since: string, before: string] = ["since", "before"],
): (moment: string) => boolean {
  const [from, to] = [edge(query.get(since)), edge(query.get(before))];
  return (moment) => (from === null || moment >= from) && (to === null || moment <= to);
}

// Moments of the store are all written in one way, so their texts are in their order.
function edge(text: string | null): string | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : `${new Date(at).toISOString().slice(0, 19)}Z`;
}
