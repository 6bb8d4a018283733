import type { ClusterWordValue } from "#/lib/coverage/cluster/cluster-word.ts";
import type { Tx } from "./db.ts";

export type NewClusterWord = {
  readonly programId: number;
  readonly at: Date;
  readonly actorId: number;
  readonly reason: string | null;
  /** What is said, or the number of the word that is taken back. */
  readonly says: ClusterWordValue | { readonly takesBack: number };
};

/** Keeps a person's word on the clusters, and counts it: until an assessment knew as many, the program is being judged. */
export async function saveClusterWord(tx: Tx, { says, ...word }: NewClusterWord): Promise<number> {
  const said =
    "verb" in says
      ? { verb: says.verb, value: says }
      : { verb: "take_back", value: {}, takesBack: says.takesBack };
  const { id } = await tx.clusterWord.create({ data: { ...word, ...said } });
  await tx.program.update({ where: { id: word.programId }, data: { words: { increment: 1 } } });
  return id;
}
