import { keyOf } from "#/lib/coverage/link/endpoint.ts";
import type { Link } from "#/lib/coverage/link/link.ts";
import { asking } from "#/lib/coverage/link/to-confirm.ts";
import type { Tx } from "./db.ts";
import { recordset } from "./recordset.ts";

/** Replaces the links of a program by these. */
export async function saveLinks(tx: Tx, programId: number, links: readonly Link[]): Promise<void> {
  await tx.link.deleteMany({ where: { programId } });
  const rows = links.map((link) => ({
    ...link,
    fromKey: keyOf(link.from),
    toKey: keyOf(link.to),
    asks: asking(link).length > 0,
  }));
  await tx.$executeRaw`
    insert into link (program_id, from_key, to_key, "from", "to", relation, method, resolved_by, certainty, place,
           line, quote, held, alternatives, decided, also, asks)
    select ${programId}, r."fromKey", r."toKey", r."from", r."to", r.relation, r.method, r."resolvedBy", r.certainty,
           r.place, r.line, r.quote, r.held, r.alternatives, r.decided, r.also, r.asks
      from jsonb_to_recordset(${recordset(rows)}::jsonb) as r(
           "fromKey" text, "toKey" text, "from" jsonb, "to" jsonb, relation text, method text, "resolvedBy" text,
           certainty text, place text, line int, quote text, held text, alternatives jsonb, decided jsonb,
           also jsonb, asks boolean)`;
}
