import { z } from "zod";
import type { ItemView } from "#/lib/contract/item.ts";
import { db } from "#/lib/store/db.ts";
import { itemKey } from "./link-ends.ts";
import { LinkRow, linkViews } from "./link-rows.ts";

type Item = {
  readonly programId: number;
  readonly naturalKey: string;
  readonly repositoryId: number | null;
  readonly number: number | null;
};

const LINKS_MAX = 50;

/** What leads to an item, the strongest relation first, and the operational guard that a person recorded. */
export async function readItemLinks(
  item: Item,
  sample: boolean,
): Promise<Pick<ItemView, "links" | "guard">> {
  const { programId, naturalKey, repositoryId, number } = item;
  if (repositoryId === null || number === null) return { links: [], guard: null };
  const [rows, word] = await Promise.all([
    // The relations' names are in the order of their strength.
    db.link.findMany({
      where: { programId, toKey: itemKey(repositoryId, number) },
      orderBy: [{ relation: "asc" }, { id: "asc" }],
      take: LINKS_MAX,
    }),
    db.override.findFirst({
      where: { programId, repositoryId, subject: "guard", key: naturalKey },
      orderBy: { id: "desc" },
      include: { actor: true },
    }),
  ]);
  return {
    links: await linkViews(programId, z.array(LinkRow).parse(rows), sample),
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
