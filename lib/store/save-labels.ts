import type { LabelFact } from "#/lib/facts/label.ts";
import type { Db } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";

/** Holds exactly these labels; what stayed the same is not written again. */
export async function saveLabels(
  tx: Db,
  repositoryId: number,
  labels: readonly LabelFact[],
): Promise<void> {
  const rows = recordset(lastOfEach(labels, ({ externalId }) => externalId));
  await tx.$executeRaw`
    delete from label t
     where t.repository_id = ${repositoryId}
       and t.external_id not in (select r."externalId" from jsonb_to_recordset(${rows}::jsonb) as r("externalId" text))`;
  await tx.$executeRaw`
    insert into label as t (repository_id, external_id, name, description, color)
    select ${repositoryId}, r."externalId", r.name, r.description, r.color
      from jsonb_to_recordset(${rows}::jsonb) as r("externalId" text, name text, description text, color text)
        on conflict (repository_id, external_id) do update
       set name = excluded.name, description = excluded.description, color = excluded.color
     where t.* is distinct from excluded.*`;
}
