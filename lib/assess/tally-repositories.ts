import { MEASURES } from "#/lib/coverage/measure.ts";
import { tallyOf } from "#/lib/coverage/tally.ts";
import type { JudgedItem, Population, RepositoryTallyRow } from "#/lib/store/assessment.ts";

const POPULATIONS: readonly Population[] = ["fix", "issue"];

/** Counts each audited repository, each population apart, at every measure that has a population there. */
export function tallyRepositories(
  repositories: readonly { readonly id: number; readonly items: readonly JudgedItem[] }[],
): RepositoryTallyRow[] {
  return repositories.flatMap(({ id, items }) =>
    POPULATIONS.flatMap((population) => {
      const own = items.filter((item) => item.population === population);
      return MEASURES.map((measure) => ({
        repositoryId: id,
        population,
        measure,
        ...tallyOf(own.flatMap((item) => item.verdicts.get(measure) ?? [])),
      }));
    }),
  );
}
