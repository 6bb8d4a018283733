import { z } from "zod";
import type { ItemView } from "#/lib/contract/item.ts";
import { db } from "#/lib/store/db.ts";
import { endKey } from "./link-ends.ts";
import { LinkRow, linkViews } from "./link-rows.ts";
import { readRejected } from "./rejected-links.ts";

type Item = {
  readonly id: number;
  readonly programId: number;
  readonly naturalKey: string;
  readonly repositoryId: number | null;
  readonly number: number | null;
};

const LINKS_MAX = 50;

/** What leads to an item, the strongest relation first, what was rejected of it, and the operational guard that a person recorded. */
export async function readItemLinks(
  item: Item,
  sample: boolean,
): Promise<Pick<ItemView, "links" | "guard" | "rejected">> {
  const { programId, naturalKey, repositoryId } = item;
  const [rows, word, rejected] = await Promise.all([
    // The relations' names are in the order of their strength.
    db.link.findMany({
      where: { programId, toKey: endKey(item) },
      orderBy: [{ relation: "asc" }, { id: "asc" }],
      take: LINKS_MAX,
    }),
    db.override.findFirst({
      where: {
        programId,
        ...(repositoryId === null ? {} : { repositoryId }),
        subject: "guard",
        key: naturalKey,
      },
      orderBy: { id: "desc" },
      include: { actor: true },
    }),
    readRejected({ programId, toKey: endKey(item), sample, take: LINKS_MAX }),
  ]);
  return {
    links: await linkViews(programId, z.array(LinkRow).parse(rows), sample),
    rejected,
    guard:
      word?.value == null
        ? null
        : {
            guard: word.value,
            reason: word.reason,
            by: word.actor.name,
            at: word.at.toISOString(),
          },
  };
}
