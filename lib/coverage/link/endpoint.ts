export type ForgeObject = {
  readonly kind: "issue" | "pull";
  readonly repositoryId: number;
  readonly number: number;
};

/** What a link starts from or leads to. A gate is named `workflow:job`; a gap stands for itself where nothing on a forge stands behind it. */
export type Endpoint =
  | ForgeObject
  | { readonly kind: "gate"; readonly repositoryId: number; readonly gate: string }
  | { readonly kind: "gap"; readonly number: number };

/** The name of an endpoint that stays the same whatever is synced: issues and pull requests share one row of numbers, so their kind is no part of it. */
export function keyOf(endpoint: Endpoint): string {
  if (endpoint.kind === "gap") return `gap:${endpoint.number}`;
  if (endpoint.kind === "gate") return `gate:${endpoint.repositoryId}:${endpoint.gate}`;
  return `item:${endpoint.repositoryId}#${endpoint.number}`;
}

/** Orders endpoints by kind, repository and number, for lists that do not depend on the order of rows. */
export function compareEndpoints(one: Endpoint, other: Endpoint): number {
  const rank = (each: Endpoint) => (each.kind === "gap" ? 2 : each.kind === "gate" ? 1 : 0);
  const repository = (each: Endpoint) => (each.kind === "gap" ? 0 : each.repositoryId);
  const number = (each: Endpoint) => (each.kind === "gate" ? 0 : each.number);
  return (
    rank(one) - rank(other) ||
    repository(one) - repository(other) ||
    number(one) - number(other) ||
    compareText(keyOf(one), keyOf(other))
  );
}

/** Orders texts by their code units, the same on every machine. */
export const compareText = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;
