import type { LinkRepository, Scope } from "../link-repository.ts";

type Numbers = { readonly issues?: readonly number[]; readonly pulls?: readonly number[] };

/** A repository `acme/ALIAS` on one forge that has the given numbers and was read to the end. */
export function repository(
  id: number,
  alias: string,
  { issues = [], pulls = [] }: Numbers,
  more: Partial<LinkRepository> = {},
): LinkRepository {
  return {
    id,
    alias,
    fullName: `acme/${alias}-service`,
    url: `https://git.example/acme/${alias}-service`,
    isWhole: true,
    has: (number) => (issues.includes(number) ? "issue" : pulls.includes(number) ? "pull" : null),
    ...more,
  };
}

export const SHOP = 1;
export const CORE = 2;
export const CP = 3;

/** Issue 12 is in shop, core and cp, 5 in shop and core, 7 in cp only, 8 in shop only; pull request 90 is in shop. */
export const REPOSITORIES: readonly LinkRepository[] = [
  repository(SHOP, "shop", { issues: [5, 8, 12], pulls: [90] }),
  repository(CORE, "core", { issues: [5, 12] }),
  repository(CP, "cp", { issues: [7, 12] }),
];

/** The scope of a text in shop. */
export const inShop = (more: Partial<Scope> = {}): Scope => ({
  home: SHOP,
  repositories: REPOSITORIES,
  context: "item",
  gapOf: () => null,
  ...more,
});
