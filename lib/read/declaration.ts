import { z } from "zod";
import type { DeclarationView } from "#/lib/contract/item.ts";
import type { LinkEndView } from "#/lib/contract/links.ts";
import { db } from "#/lib/store/db.ts";
import { readLinkEnds } from "./link-ends.ts";

const Pull = z.object({ repositoryId: z.int(), number: z.int() });
type Pull = z.infer<typeof Pull>;
const State = z.enum(["open", "closed", "merged"]);

/** What was said of an item when it was declared; null of what was not. */
export async function readDeclaration(
  item: { readonly programId: number; readonly kind: string; readonly naturalKey: string },
  sample: boolean,
): Promise<DeclarationView | null> {
  const { programId, kind, naturalKey } = item;
  if (kind !== "declared") return null;
  const id = Number(naturalKey.slice(naturalKey.indexOf(":") + 1));
  const found = await db.declaredGap.findFirst({
    where: { id, programId },
    include: { actor: { select: { name: true } } },
  });
  if (!found) return null;
  const { note, at, actor } = found;
  const pulls = z.array(Pull).parse(found.closedBy);
  const closedBy = await closingEnds(programId, pulls, sample);
  return { id, note, by: actor.name, at: at.toISOString(), closedBy };
}

/** The pull requests that are said to close a gap, named, with what their forge says of each. */
export async function closingEnds(
  programId: number,
  pulls: readonly Pull[],
  sample: boolean,
): Promise<DeclarationView["closedBy"]> {
  const ends = pulls.map((pull) => ({ kind: "pull" as const, ...pull }));
  const named = await readLinkEnds(programId, ends, sample);
  const rows = await db.pullRequest.findMany({
    where: { OR: pulls.map((pull) => ({ ...pull })) },
    select: { repositoryId: true, number: true, state: true },
  });
  return ends.map((end) => {
    const row = rows.find(
      ({ repositoryId, number }) => repositoryId === end.repositoryId && number === end.number,
    );
    const view: LinkEndView = named(end);
    return { ...view, state: row ? State.parse(row.state) : null };
  });
}
