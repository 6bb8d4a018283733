import { z } from "zod";
import type { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { groupKeyOf } from "#/lib/coverage/cluster/group-key.ts";
import { db } from "#/lib/store/db.ts";
import type { FoundProgram } from "./find-program.ts";

const Parts = z.array(z.object({ key: z.string(), name: z.string() }));

/** What a cluster was called before words on it, by its key: of rules, of clusters that people made, of clusters in view that nobody renamed, and of those that became parts of another. Null for a cluster of which no name is left. */
export async function clusterNames(
  program: FoundProgram,
  words: readonly ClusterWordValue[],
): Promise<(key: string) => string | null> {
  const rows = await db.cluster.findMany({
    where: { programId: program.id },
    select: { key: true, name: true, parts: true },
  });
  const renamed = new Set(
    words.flatMap((word) => (word.verb === "rename" ? [groupKeyOf(word.value.cluster)] : [])),
  );
  const made = words.flatMap((word) => (word.verb === "split" ? [word.value] : []));
  const unnamed = rows.filter(({ key }) => !renamed.has(groupKeyOf(key)));
  // The later win: a rule says best what its cluster was called.
  const names = new Map(
    [
      ...unnamed.map(({ key, name }) => ({ key: groupKeyOf(key), name })),
      ...rows.flatMap(({ parts }) => Parts.parse(parts)),
      ...unnamed,
      ...made,
      ...program.policy.rules.clusters,
    ].map(({ key, name }) => [key, name] as const),
  );
  return (key) => names.get(key) ?? names.get(groupKeyOf(key)) ?? null;
}
