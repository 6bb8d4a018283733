import { readTitle } from "../fix/read-title.ts";
import type { ClusterMatch, ClusterRule } from "../policy.ts";
import { pathMatcher } from "../test/path-matcher.ts";

export type ClusterItem = {
  readonly key: string;
  /** The repository's alias in its program. */
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  /** Null when they could not be read; such an item matches no rule that asks for paths. */
  readonly paths: readonly string[] | null;
};

export type ClusterPart = {
  readonly key: string;
  readonly name: string;
  readonly items: readonly string[];
};

export type Cluster = {
  readonly key: string;
  readonly name: string;
  readonly why: string;
  readonly parts: readonly ClusterPart[];
  /** Keys of its items; where it has parts, exactly those of its parts. */
  readonly items: readonly string[];
};

type Matcher = (item: ClusterItem) => boolean;

/** Puts each item into the first rule that matches it, and there into the first part, or leaves it unclustered; keys come out sorted, so the order of the items does not matter. */
export function clusterByRules(input: {
  readonly items: readonly ClusterItem[];
  readonly rules: readonly ClusterRule[];
}): { readonly clusters: readonly Cluster[]; readonly unclustered: readonly string[] } {
  const places = input.rules.map((rule) => ({
    rule,
    matches: rule.match ? matcherOf(rule.match) : () => true,
    parts: (rule.parts ?? []).map((part) => ({
      part,
      matches: matcherOf(part.match),
      keys: newKeys(),
    })),
    keys: newKeys(),
  }));
  const unclustered = newKeys();
  for (const item of input.items) {
    const target = places.flatMap(placeOf(item))[0] ?? unclustered;
    target.push(item.key);
  }
  const clusters = places.map(({ rule, parts, keys }) => {
    const filled = parts.map(({ part, keys: own }) => ({
      key: part.key,
      name: part.name,
      items: own.toSorted(),
    }));
    const items = parts.length > 0 ? filled.flatMap((part) => part.items) : keys;
    return {
      key: rule.key,
      name: rule.name,
      why: rule.why,
      parts: filled,
      items: items.toSorted(),
    };
  });
  return { clusters, unclustered: unclustered.toSorted() };
}

const newKeys = (): string[] => [];

type Place = {
  readonly rule: ClusterRule;
  readonly matches: Matcher;
  readonly parts: readonly { readonly matches: Matcher; readonly keys: string[] }[];
  readonly keys: string[];
};

/** Where an item goes within one rule: none or one list of keys. A rule that says nothing at all matches nothing. */
const placeOf =
  (item: ClusterItem) =>
  (place: Place): readonly string[][] => {
    const { rule, parts, keys } = place;
    if ((rule.match === undefined && parts.length === 0) || !place.matches(item)) return [];
    if (parts.length === 0) return [keys];
    const part = parts.find((candidate) => candidate.matches(item));
    return part ? [part.keys] : [];
  };

function matcherOf(match: ClusterMatch): Matcher {
  const scopes = match.scopes && new Set(match.scopes.map((scope) => scope.toLowerCase()));
  const numbers = match.numbers && new Set(match.numbers);
  const globs = match.paths?.map(pathMatcher);
  const says = [match.repository, scopes, numbers, globs].some((part) => part !== undefined);
  return (item) =>
    says &&
    (match.repository === undefined || match.repository === item.repository) &&
    (scopes === undefined || scopesOf(item.title).some((scope) => scopes.has(scope))) &&
    (numbers === undefined || numbers.has(item.number)) &&
    (globs === undefined ||
      (item.paths?.some((path) => globs.some((fits) => fits(path))) ?? false));
}

/** The scopes of a title: the whole one, and each of a list separated by commas. */
function scopesOf(title: string): readonly string[] {
  const scope = readTitle(title).scope?.toLowerCase() ?? "";
  return scope === "" ? [] : [scope, ...scope.split(",").map((part) => part.trim())];
}
