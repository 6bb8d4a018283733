import { z } from "zod";
import type { CandidateGate } from "#/lib/contract/item.ts";
import { rankCandidates } from "#/lib/coverage/gate/rank-candidates.ts";
import { db } from "#/lib/store/db.ts";

const Row = z.object({
  id: z.int(),
  repositoryId: z.int(),
  alias: z.string(),
  workflow: z.string(),
  job: z.string(),
  name: z.string(),
  kind: z.string(),
  masked: z.boolean(),
  runsOnPullRequest: z.boolean(),
  paths: z.array(z.string()),
  testPaths: z.array(z.string()),
  holds: z.int(),
});

/** The gates of a program that could be linked to an item or extended for it, the nearest first. */
export async function readCandidates(input: {
  programId: number;
  repositoryId: number | null;
  title: string;
  files: readonly string[];
}): Promise<CandidateGate[]> {
  const rows = await db.$queryRaw`
    select g.id, g.repository_id as "repositoryId", pr.alias, g.workflow, g.job, g.name, g.kind, g.masked,
           g.runs_on_pull_request as "runsOnPullRequest", g.paths, g.test_paths as "testPaths",
           coalesce(h.items, 0) as holds
      from gate g
      left join (select coalesce(e.gate_repository_id, i.repository_id) as repository_id, e.gate,
                        count(distinct e.item_id)::int as items
                   from evidence e join item i on i.id = e.item_id
                  where i.program_id = ${input.programId} and e.gate is not null
                  group by 1, 2) h on h.repository_id = g.repository_id and h.gate = g.workflow || ':' || g.job
      join program_repository pr on pr.repository_id = g.repository_id and pr.program_id = ${input.programId}
     order by pr.alias, g.workflow, g.line`;
  const gates = z.array(Row).parse(rows);
  return rankCandidates(input, gates).map(({ gate, why }) => {
    const { workflow, job, paths: _paths, testPaths: _testPaths, ...rest } = gate;
    return { ...rest, gate: `${workflow}:${job}`, why };
  });
}
