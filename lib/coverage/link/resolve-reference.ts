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
import { resolveBare } from "./resolve-bare.ts";

/** What a reference means: an address or a name in front of the number decides; of a bare number the repository written beside it, then the one that the sentence names, then the heading; then home in an item, and in a program's text the only repository that has the number. Where several have it and nothing decides it is ambiguous; where none has it, dangling, with the reason. */
export function resolveReference(reference: Reference, scope: Scope): Resolved {
  const { target } = reference;
  if (target.kind === "gap") {
    const to = scope.gapOf(target.number);
    return to
      ? { certainty: "certain", to, resolvedBy: "gap-name" }
      : dangling(`There is no gap GAP-${target.number}.`);
  }
  if (target.kind === "url") {
    const found = scope.repositories.filter((each) => isAt(each, target));
    const written = `${target.host}/${target.fullName}`;
    return among(found, { number: target.number, resolvedBy: "url", written });
  }
  const { repository, number } = target;
  if (repository === null) return resolveBare(reference, number, scope);
  const found = namedRepositories(repository, scope.repositories);
  const resolvedBy = repository.includes("/") ? "repository-reference" : "alias-reference";
  return among(atHome(found, scope), { number, resolvedBy, written: repository });
}

type Wanted = {
  readonly number: number;
  readonly resolvedBy: ResolvedBy;
  readonly written: string;
};

function among(
  repositories: readonly LinkRepository[],
  { number, resolvedBy, written }: Wanted,
): Resolved {
  if (repositories.length === 0) return dangling(`${written} is no repository of this program.`);
  const candidates = repositories.flatMap((each) => objectIn(each, number) ?? []);
  const [to] = candidates;
  if (!to) return dangling(sayMissing(number, repositories));
  if (candidates.length === 1) return { certainty: "certain", to, resolvedBy };
  const why = `${written} is the name of ${candidates.length} repositories of this program.`;
  return { certainty: "ambiguous", candidates, resolvedBy, why };
}

/** Of several with one name the one of the same forge is meant. */
function atHome(found: readonly LinkRepository[], scope: Scope): readonly LinkRepository[] {
  const home = scope.repositories.find(({ id }) => id === scope.home);
  const near = found.filter(({ url }) => url !== null && hostOf(url) === hostOf(home?.url ?? ""));
  return near.length > 0 ? near : found;
}

type Address = { readonly host: string; readonly fullName: string };

function isAt({ fullName, url }: LinkRepository, address: Address): boolean {
  if (fullName.toLowerCase() !== address.fullName.toLowerCase()) return false;
  // A mirror on another host has numbers of its own.
  return url === null || hostOf(url) === address.host;
}

const hostOf = (url: string): string =>
  /^[a-z]{1,10}:\/\/(?:[^/@]{1,200}@)?([^/?#]{1,255})/i.exec(url)?.[1]?.toLowerCase() ?? "";
