import type { ForgeObject } from "./endpoint.ts";
import type { ResolvedBy } from "./link.ts";
import {
  dangling,
  type LinkRepository,
  namedRepositories,
  objectIn,
  type Resolved,
  type Scope,
  sayMissing,
} from "./link-repository.ts";
import type { Reference } from "./read-references.ts";

/** What a bare number means by the names around it. A closing keyword of an item means home wherever home has the number, for that is what the forge closes. */
export function resolveBare({ near, method }: Reference, number: number, scope: Scope): Resolved {
  const { repositories } = scope;
  const isItem = scope.context === "item";
  const having = repositories.flatMap((each) => objectIn(each, number) ?? []);
  if (having.length === 0) return dangling(sayMissing(number, repositories));
  const home = having.find(({ repositoryId }) => repositoryId === scope.home);
  const beside = onlyOf(near.adjacent === null ? [] : [near.adjacent], having, repositories);
  if (beside) return decided(beside, "adjacent-repository", true);
  if (isItem && home && method === "closing-keyword") return decided(home, "home-number", true);
  // An item's forge reads a bare number as its own; a program's text has no such reading.
  const isHomes = isItem && (home !== undefined || !isWhole(scope.home, repositories));
  const inSentence = onlyOf(near.sentence, having, repositories);
  if (inSentence)
    return decided(inSentence, "sentence-repository", !isHomes || inSentence === home);
  const inHeading = onlyOf(near.heading, having, repositories);
  if (inHeading) return decided(inHeading, "heading-repository", !isHomes || inHeading === home);
  if (isItem && home) return decided(home, "home-number", true);
  const [only, ...others] = having;
  if (!only || others.length > 0) return undecided(number, having, repositories);
  const isSure = !isItem && repositories.every((each) => each.isWhole) && near.adjacent === null;
  return decided(only, only === home ? "home-number" : "only-repository", isSure);
}

const isWhole = (id: number, repositories: readonly LinkRepository[]): boolean =>
  repositories.find((each) => each.id === id)?.isWhole === true;

const decided = (to: ForgeObject, resolvedBy: ResolvedBy, isSure: boolean): Resolved => ({
  certainty: isSure ? "certain" : "likely",
  to,
  resolvedBy,
});

function undecided(
  number: number,
  candidates: readonly ForgeObject[],
  repositories: readonly LinkRepository[],
): Resolved {
  const aliases = candidates.map(({ repositoryId }) => aliasOf(repositoryId, repositories));
  const places = aliases.toSorted().join(" and in ");
  const why = `#${number} exists in ${places}, and nothing around it names one of them.`;
  return { certainty: "ambiguous", candidates, resolvedBy: "only-repository", why };
}

/** The only one of those that have the number whose repository is named; null when none or several are. */
function onlyOf(
  names: readonly string[],
  having: readonly ForgeObject[],
  repositories: readonly LinkRepository[],
): ForgeObject | null {
  const meant = new Set(
    names.flatMap((name) => namedRepositories(name, repositories)).map(({ id }) => id),
  );
  const found = having.filter(({ repositoryId }) => meant.has(repositoryId));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const aliasOf = (id: number, repositories: readonly LinkRepository[]): string =>
  repositories.find((each) => each.id === id)?.alias ?? `repository ${id}`;
