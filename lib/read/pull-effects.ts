import { z } from "zod";
import type { PullEffectView } from "#/lib/contract/plan.ts";
import { sayWhatIf, whatIf } from "#/lib/coverage/leverage/what-if.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { db } from "#/lib/store/db.ts";
import type { FoundProgram } from "./find-program.ts";
import type { ItemRow } from "./plan-rows.ts";

const Row = z.object({
  alias: z.string(),
  number: z.int(),
  title: z.string(),
  url: z.string().nullable(),
  closes: z.array(z.int()),
  why: z.string(),
});

/** What merging each open pull request that says that it covers something would change, those that close most first. */
export async function readPullEffects({
  program,
  measure,
  items,
}: {
  program: FoundProgram;
  measure: Measure;
  items: readonly ItemRow[];
}): Promise<PullEffectView[]> {
  const rows = await db.$queryRaw`
    select pr.alias, e.number, p.title, p.url, e.closes, e.why
      from pull_effect e
      join program_repository pr on pr.program_id = e.program_id and pr.repository_id = e.repository_id
      join pull_request p on p.repository_id = e.repository_id and p.number = e.number and p.state = 'open'
     where e.program_id = ${program.id} and e.measure = ${measure}
     order by cardinality(e.closes) desc, pr.alias, e.number`;
  const tell = whatIf(
    items.map(({ item, alias, verdict }) => ({ naturalKey: String(item), alias, verdict })),
  );
  return z
    .array(Row)
    .parse(rows)
    .map(({ why, url, ...row }) => {
      const change = tell(row.closes.map(String));
      const said = change.closed.length === 0 ? why : `${sayWhatIf(change)} ${why}`;
      return { ...row, url: program.sample ? null : url, text: said };
    });
}
