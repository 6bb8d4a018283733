import type { PlanEntryView } from "#/lib/contract/plan.ts";
import { formatShare } from "#/lib/coverage/format-share.ts";
import { count } from "#/lib/format.ts";

/** "Closes 2 of cp’s 41 gaps; by itself it would close 16": what an entry closes that nothing before it does. */
export function sayWorth({
  gaps,
  alone,
  repositories,
}: Pick<PlanEntryView, "gaps" | "alone" | "repositories">): string {
  const shares = repositories.map(
    ({ alias, closes, gapsOfRepository }) => `${closes} of ${alias}’s ${gapsOfRepository} gaps`,
  );
  const all = count(gaps.length, "gap");
  const [only = all, ...others] = shares;
  const closes = others.length === 0 ? only : `${all}: ${shares.join(", ")}`;
  return `Closes ${closes}${alone > gaps.length ? `; by itself it would close ${alone}` : ""}`;
}

export type Climb = { readonly of: string; readonly from: string; readonly to: string };

const share = ({ covered, of }: { covered: number; of: number }): string =>
  `${formatShare(covered, of)} (${covered}/${of})`;

/** From which percentage to which, of each repository and of the program; nothing for what is of another population. */
export function prepareClimbs({
  repositories,
  program,
}: Pick<PlanEntryView, "repositories" | "program">): readonly Climb[] {
  if (program === null) return [];
  return [...repositories, { alias: "program", ...program }].map(({ alias, before, after }) => ({
    of: alias,
    from: share(before),
    to: share(after),
  }));
}
