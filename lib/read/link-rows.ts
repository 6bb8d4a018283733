import { z } from "zod";
import { LinkEnd, type LinkEndView, type LinkView } from "#/lib/contract/links.ts";
import { CERTAINTIES, RELATIONS } from "#/lib/coverage/link/link.ts";
import { readLinkEnds } from "./link-ends.ts";

const Mention = z.object({
  relation: z.enum(RELATIONS),
  certainty: z.enum(CERTAINTIES),
  method: z.string(),
  resolvedBy: z.string(),
  place: z.string(),
  line: z.int(),
  quote: z.string(),
  held: z.string().nullable(),
  alternatives: z.array(LinkEnd),
  decided: z
    .object({ value: z.enum(["confirm", "insufficient"]), reason: z.string(), actor: z.string() })
    .nullable(),
});

/** A link as it is stored. */
export const LinkRow = Mention.extend({ from: LinkEnd, to: LinkEnd, asks: z.boolean() });
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
