import { defectLabel } from "#/lib/coverage/fix/claims-fix.ts";
import type { IssueFact } from "#/lib/facts/issue.ts";
import type { Db } from "./db.ts";
import { lastOfEach, recordset } from "./recordset.ts";
import { unsettleClosing } from "./unsettle-closing.ts";

type Relabelled = { number: number; before: string[]; labels: string[] };

/** Upserts issues on their number; an older reading never overwrites a newer one. What says that it closes an issue that is labelled as a defect from now on is looked at again, for it counts as a fix. */
export async function saveIssues(
  db: Db,
  repositoryId: number,
  issues: readonly IssueFact[],
): Promise<void> {
  if (issues.length === 0) return;
  const rows = recordset(lastOfEach(issues, (issue) => issue.number));
  const relabelled = await db.$queryRaw<Relabelled[]>`
    with saved as (
    insert into issue as t (repository_id, number, external_id, title, body, state, author, labels, url, created_at, updated_at, closed_at)
    select ${repositoryId}, r.number, r."externalId", r.title, r.body, r.state, r.author,
           array(select jsonb_array_elements_text(r.labels)), r.url, r."createdAt", r."updatedAt", r."closedAt"
      from jsonb_to_recordset(${rows}::jsonb) as r(
           number int, "externalId" text, title text, body text, state text, author text, labels jsonb,
           url text, "createdAt" timestamptz, "updatedAt" timestamptz, "closedAt" timestamptz)
        on conflict (repository_id, number) do update
       set external_id = excluded.external_id, title = excluded.title, body = excluded.body, state = excluded.state,
           author = excluded.author, labels = excluded.labels, url = excluded.url, created_at = excluded.created_at,
           updated_at = excluded.updated_at, closed_at = excluded.closed_at
     where excluded.updated_at >= t.updated_at and t.* is distinct from excluded.*
    returning t.number, t.labels)
    select s.number, s.labels, coalesce(before.labels, '{}') as before
      from saved s
      left join issue before on before.repository_id = ${repositoryId} and before.number = s.number
     where s.labels is distinct from coalesce(before.labels, '{}')`;
  const defects = relabelled.filter(
    ({ before, labels }) => defectLabel(before) === null && defectLabel(labels) !== null,
  );
  await unsettleClosing(
    db,
    repositoryId,
    defects.map(({ number }) => number),
  );
}
