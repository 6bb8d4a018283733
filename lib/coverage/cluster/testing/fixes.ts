import type { LinkRepository } from "../../link/link-repository.ts";
import type { Tracking } from "../families-of.ts";
import type { ClusterFix } from "../read-features.ts";

/** The moment so many days after the first of January. */
export const dayOf = (day: number): Date => new Date(Date.UTC(2026, 0, 1 + day));

/** Pull request `number` of a repository `shop`, which entered on the day of its number. */
export function fix(
  number: number,
  title: string,
  paths: readonly string[],
  more: Partial<ClusterFix> = {},
): ClusterFix {
  const repository = more.repository ?? "shop";
  const key = `${repository}#${number}`;
  return { key, repository, number, title, paths, enteredAt: dayOf(number), ...more };
}

const hundred = (id: number, alias: string): LinkRepository => ({
  id,
  alias,
  fullName: `acme/${alias}`,
  url: null,
  has: (number) => (number <= 100 ? "pull" : null),
  isWhole: true,
});

/** Tracking texts, each written on day 50 + its index, of repositories that have the numbers 1 to 100. */
export function tracking(
  texts: readonly string[],
  aliases: readonly string[] = ["shop"],
): Tracking {
  return {
    texts: texts.map((text, index) => ({ text, writtenAt: dayOf(50 + index) })),
    scope: {
      home: 1,
      repositories: aliases.map((alias, index) => hundred(index + 1, alias)),
      context: "program",
      gapOf: () => null,
    },
  };
}
