import { z } from "zod";
import type { ItemView } from "#/lib/contract/item.ts";
import { RELATIONS } from "#/lib/coverage/link/link.ts";
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
    db.link.findMany({
      where: { programId, toKey: itemKey(repositoryId, number) },
      orderBy: { id: "asc" },
      take: LINKS_MAX,
    }),
    db.override.findFirst({
      where: { programId, repositoryId, subject: "guard", key: naturalKey },
      orderBy: { id: "desc" },
      include: { actor: true },
    }),
  ]);
  const ordered = z
    .array(LinkRow)
    .parse(rows)
    .toSorted((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation));
  return {
    links: await linkViews(programId, ordered, sample),
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
