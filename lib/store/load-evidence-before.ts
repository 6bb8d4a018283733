import { z } from "zod";
import { ENGINE_VERSION } from "#/lib/coverage/engine-version.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import type { ItemBefore, JudgedItem } from "./assessment.ts";
import { db } from "./db.ts";
import { recordset } from "./recordset.ts";

const Rung = z.enum(RUNGS);
const Rows = z.array(
  z.object({
    naturalKey: z.string(),
    rung: Rung,
    evidence: z.array(
      z.object({
        rung: Rung,
        path: z.string(),
        gate: z.string(),
        repositoryId: z.int().nullable(),
      }),
    ),
  }),
);

type Now = {
  readonly programId: number;
  readonly policyVersion: number;
  readonly items: readonly Pick<JudgedItem, "naturalKey" | "standing">[];
};

/** The items that are stored higher than they stand now, with the evidence that names gates; what was judged by another policy or engine says nothing of what became of a gate. */
export async function loadEvidenceBefore(now: Now): Promise<readonly ItemBefore[]> {
  const { programId, policyVersion, items } = now;
  const stand = recordset(
    items.map(({ naturalKey, standing }) => ({ naturalKey, height: RUNGS.indexOf(standing.rung) })),
  );
  const rows = await db.$queryRaw`
    select i.natural_key as "naturalKey", s.rung,
           jsonb_agg(jsonb_build_object('rung', e.rung, 'path', e.path, 'gate', e.gate, 'repositoryId', e.gate_repository_id)
                     order by e.ordinal) as evidence
      from jsonb_to_recordset(${stand}::jsonb) as n("naturalKey" text, height int)
      join item i on i.program_id = ${programId} and i.natural_key = n."naturalKey"
      join standing s on s.item_id = i.id
      join evidence e on e.item_id = i.id and e.gate is not null
     where s.policy_version = ${policyVersion} and s.engine_version = ${ENGINE_VERSION}
       and array_position(${[...RUNGS]}::text[], s.rung) - 1 > n.height
     group by i.id, i.natural_key, s.rung
     order by i.id`;
  return Rows.parse(rows);
}
