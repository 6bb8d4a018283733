import { z } from "zod";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { readAllGapsOrThrow, readGapsOrThrow } from "#/lib/read/gaps.ts";
import { readItemOrThrow } from "#/lib/read/item.ts";
import { gapsCsv } from "#/lib/report/gaps-csv.ts";
import { claimGap } from "#/lib/workflow/claim-gap.ts";
import { releaseGap } from "#/lib/workflow/release-gap.ts";
import { type Call, operation } from "../operation.ts";
import { RowId } from "../row-id.ts";

const List = GapFilter.extend({ slug: z.string() });
const Gap = z.object({ item: RowId });

const question = async ({ clock, reader }: Call, { slug, ...filter }: z.output<typeof List>) => ({
  slug,
  filter,
  clock,
  actorId: (await reader())?.id ?? null,
});

const claimOf = async ({ clock, actor }: Call, item: number) => {
  const { row } = await readItemOrThrow({ item, clock, actorId: (await actor()).id });
  return { claim: row.claim };
};

export const gapOperations = [
  operation({
    name: "list_gaps",
    route: "GET /programs/{slug}/gaps",
    input: List,
    run: async (call, input) => readGapsOrThrow(await question(call, input)),
  }),
  operation({
    name: "export_gaps",
    route: "GET /programs/{slug}/gaps.csv",
    input: List,
    run: async (call, input) => {
      const { measure, policy, rows } = await readAllGapsOrThrow(await question(call, input));
      const file = `gaps_${input.slug}_${call.clock.toISOString().slice(0, 10)}.csv`;
      return new Response(gapsCsv(rows, { measure, policy }), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="${file}"`,
        },
      });
    },
  }),
  operation({
    name: "claim_gap",
    route: "POST /gaps/{item}/claim",
    input: Gap,
    run: async (call, input) => {
      await claimGap({ ctx: { actor: await call.actor(), now: call.clock }, input });
      return claimOf(call, input.item);
    },
  }),
  operation({
    name: "release_gap",
    route: "POST /gaps/{item}/release",
    input: Gap,
    run: async (call, input) => {
      await releaseGap({ ctx: { actor: await call.actor(), now: call.clock }, input });
      return claimOf(call, input.item);
    },
  }),
];
