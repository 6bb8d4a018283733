import { z } from "zod";
import { RELATIONS } from "#/lib/coverage/link/link.ts";
import type { LinkDecision } from "#/lib/coverage/link/person-links.ts";
import { db } from "./db.ts";
import { EndpointRow } from "./endpoint-row.ts";

const Row = z.object({
  id: z.int(),
  from: EndpointRow,
  to: EndpointRow,
  relation: z.enum(RELATIONS),
  value: z.enum(["confirm", "reject", "insufficient"]).nullable(),
  reason: z.string(),
  actor: z.string(),
});

/** What people said of the links of a program, oldest first. */
export async function loadLinkWords(programId: number): Promise<readonly LinkDecision[]> {
  const rows = await db.linkWord.findMany({
    where: { programId },
    orderBy: { id: "asc" },
    include: { actor: { select: { name: true } } },
  });
  return rows.map((row) => Row.parse({ ...row, actor: row.actor.name }));
}
