import type { ClusterWordView } from "#/lib/contract/clusters.ts";
import { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import { gapName } from "#/lib/format.ts";
import { db } from "#/lib/store/db.ts";
import { clusterNames } from "./cluster-names.ts";
import { saySpokenCluster } from "./cluster-sentence.ts";
import type { FoundProgram } from "./find-program.ts";

/** How many gaps a sentence names. */
const NAMED_MAX = 4;

/** What people said of the clusters and nobody took back, oldest first; `shown` are the words that shape a cluster in view. */
export async function readClusterWords(
  program: FoundProgram,
  shown: ReadonlySet<number>,
): Promise<ClusterWordView[]> {
  const rows = await db.clusterWord.findMany({
    where: { programId: program.id },
    orderBy: { id: "asc" },
    include: { actor: true },
  });
  const takenBack = new Set(rows.map(({ takesBack }) => takesBack));
  const said = rows
    .filter(({ id, takesBack }) => takesBack === null && !takenBack.has(id))
    .map(({ value, ...row }) => ({ ...row, says: ClusterWordValue.parse(value) }));
  const words = said.map(({ says }) => says);
  const names = {
    cluster: await clusterNames(program, words),
    gaps: await gapNames(program.id, words.flatMap(namedItems)),
  };
  return said.map(({ id, says, reason, actor, at }) => ({
    id,
    verb: says.verb,
    text: saySpokenCluster(says, names),
    reason,
    by: actor.name,
    byKind: actor.kind,
    at: at.toISOString(),
    shapes: shown.has(id),
  }));
}

const namedItems = (says: ClusterWordValue): readonly string[] =>
  says.verb === "split" || says.verb === "move" ? says.value.items.slice(0, NAMED_MAX) : [];

async function gapNames(
  programId: number,
  naturalKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.item.findMany({
    where: { programId, naturalKey: { in: [...new Set(naturalKeys)] } },
    select: { id: true, naturalKey: true },
  });
  return new Map(rows.map(({ id, naturalKey }) => [naturalKey, gapName(id)]));
}
