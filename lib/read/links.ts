import { z } from "zod";
import { PAGE_SIZE } from "#/lib/contract/gap-filter.ts";
import type { LinksView } from "#/lib/contract/links.ts";
import { RELATIONS } from "#/lib/coverage/link/link.ts";
import { db } from "#/lib/store/db.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { LinkRow, linkViews } from "./link-rows.ts";
import { isJudging } from "./program.ts";
import { readRejected } from "./rejected-links.ts";

const Count = z.object({ relation: z.enum(RELATIONS), n: z.int(), asks: z.int() });

/** The links of a program that wait for a person, a page of them, and what people rejected, beside the counts of all. */
export async function readLinksOrThrow({
  slug,
  page: asked,
}: {
  slug: string;
  page: number;
}): Promise<LinksView> {
  const program = await findProgramOrThrow(slug);
  const where = { programId: program.id, asks: true };
  const counted = z.array(Count).parse(
    await db.$queryRaw`
      select relation, count(*)::int as n, count(*) filter (where asks)::int as asks
        from link where program_id = ${program.id} group by relation`,
  );
  const of = (relation: (typeof RELATIONS)[number]) =>
    counted.find((row) => row.relation === relation)?.n ?? 0;
  const total = counted.reduce((sum, row) => sum + row.asks, 0);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(asked, pages);
  const { sample } = program;
  const rows = await db.link.findMany({
    where,
    orderBy: [{ relation: "asc" }, { fromKey: "asc" }, { toKey: "asc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return {
    rows: await linkViews(program.id, z.array(LinkRow).parse(rows), sample),
    total,
    page,
    pages,
    counts: { closes: of("closes"), covers: of("covers"), refs: of("refs"), asks: total },
    rejected: await readRejected({ programId: program.id, sample, take: PAGE_SIZE }),
    timeZone: program.timeZone,
    judging: await isJudging(program),
  };
}
