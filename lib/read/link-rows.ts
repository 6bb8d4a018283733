import { z } from "zod";
import { LinkEnd, type LinkEndView, LinkSaid, type LinkView } from "#/lib/contract/links.ts";
import { readLinkEnds } from "./link-ends.ts";

/** A link as it is stored. */
export const LinkRow = LinkSaid.extend({
  from: LinkEnd,
  to: LinkEnd,
  alternatives: z.array(LinkEnd),
});
export type LinkRow = z.infer<typeof LinkRow>;

/** Links with both their ends named. */
export async function linkViews(
  programId: number,
  rows: readonly LinkRow[],
  sample: boolean,
): Promise<LinkView[]> {
  const ends = rows.flatMap(({ from, to, alternatives }) => [from, to, ...alternatives]);
  const named = await readLinkEnds(programId, ends, sample);
  return rows.map(
    ({ from, to, alternatives, ...row }): LinkView => ({
      ...row,
      from: named(from),
      to: named(to),
      alternatives: alternatives.map((each): LinkEndView => named(each)),
    }),
  );
}
