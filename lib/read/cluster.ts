import type { ClusterDetailView } from "#/lib/contract/clusters.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { AppError } from "#/lib/errors.ts";
import { db } from "#/lib/store/db.ts";
import { gapsByRepository, readClusterViews } from "./cluster-views.ts";
import { readClusterWords } from "./cluster-words.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { isInvented } from "./invented.ts";

/** One cluster with its members, in the order of their parts and then of their numbers. */
export async function readClusterOrThrow(input: {
  slug: string;
  key: string;
  measure?: Measure | undefined;
}): Promise<ClusterDetailView> {
  const program = await findProgramOrThrow(input.slug);
  const measure = input.measure ?? program.policy.rules.rung;
  const gaps = await gapsByRepository(program.id, measure);
  const clusters = await readClusterViews(program, measure, gaps);
  const cluster = clusters.find(({ key }) => key === input.key);
  if (!cluster)
    throw new AppError("not_found", `There is no cluster ${input.key} at "${measure}".`);
  const scope = await db.programRepository.findMany({ where: { programId: program.id } });
  const aliasOf = new Map(scope.map(({ repositoryId, alias }) => [repositoryId, alias]));
  const members = await db.clusterMember.findMany({
    where: {
      cluster: { programId: program.id, measure, key: input.key },
      // As many as are counted: what left the scope is none, also before the next assessment.
      item: { repositoryId: { in: [...aliasOf.keys()] }, verdicts: { some: { measure } } },
    },
    include: { item: { include: { standing: true, verdicts: { where: { measure } } } } },
    orderBy: [{ part: "asc" }, { itemId: "asc" }],
  });
  const words = await readClusterWords(program, new Set(cluster.words));
  return {
    cluster,
    words: words.filter(({ shapes }) => shapes),
    others: clusters.filter(({ key }) => key !== input.key).map(({ key, name }) => ({ key, name })),
    members: members.map(({ itemId, part, named, item }) => ({
      item: itemId,
      number: item.number,
      alias: aliasOf.get(item.repositoryId ?? 0) ?? "",
      title: item.standing?.title ?? "",
      part,
      named,
      invented: isInvented(item.standing?.labels ?? []),
      verdict: item.verdicts[0]?.verdict ?? "unknown",
      enteredAt: (item.standing?.enteredAt ?? item.createdAt).toISOString(),
    })),
  };
}
