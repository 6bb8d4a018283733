import { type Endpoint, keyOf } from "#/lib/coverage/link/endpoint.ts";
import type { Relation } from "#/lib/coverage/link/link.ts";
import type { LinkDecision } from "#/lib/coverage/link/person-links.ts";
import type { Tx } from "./db.ts";

export type NewLinkWord = {
  readonly programId: number;
  readonly at: Date;
  readonly actorId: number;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly relation: Relation;
  /** Null takes an earlier word back. */
  readonly value: LinkDecision["value"];
  readonly reason: string;
};

/** Keeps a person's word on a link, and counts it: until an assessment knew as many, the program is being judged. */
export async function saveLinkWord(tx: Tx, word: NewLinkWord): Promise<void> {
  const { from, to } = word;
  await tx.linkWord.create({
    data: { ...word, fromKey: keyOf(from), toKey: keyOf(to), from: { ...from }, to: { ...to } },
  });
  await tx.program.update({ where: { id: word.programId }, data: { words: { increment: 1 } } });
}
