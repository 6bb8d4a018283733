import type { WorkflowRunFact } from "#/lib/facts/workflow-run.ts";
import type { Forge, Page, Position } from "#/lib/forge/forge.ts";
import { moment, type Rows, text } from "./expected.ts";
import type { Compared } from "./scene.ts";

/** What only an adapter can tell, as each version has it otherwise: asked by one that never met any trouble. */
export async function atForge({ repository, forgeOf }: Compared): Promise<Rows> {
  const forge = forgeOf();
  const name = `${repository.owner}/${repository.name}`;
  const heads = repository.pulls.flatMap(({ state, headSha }) =>
    state === "open" ? [headSha] : [],
  );
  const checks = (await Array.fromAsync(forge.checks(name, heads))).flatMap((answer) => {
    if ("failure" in answer) throw answer.failure;
    if (!answer.checks.known) return [];
    return answer.checks.value.map(({ context, state, at }) =>
      text({ sha: answer.sha, context, state, at: moment(at) }),
    );
  });
  const runs = await runsOf(forge, name);
  const ids = runs.map(({ externalId }) => externalId);
  const jobs = (await Array.fromAsync(forge.jobs(name, ids))).flatMap((answer) => {
    if ("failure" in answer) throw answer.failure;
    if (!answer.jobs.known) return [];
    return answer.jobs.value.map((job) =>
      text({ externalId: job.externalId, run: answer.run, name: job.name, state: job.state }),
    );
  });
  return {
    check: checks,
    run: runs.map(({ externalId, state, workflow, headSha, startedAt, endedAt }) =>
      text({
        externalId,
        state,
        workflow,
        headSha,
        startedAt: moment(startedAt),
        endedAt: moment(endedAt),
      }),
    ),
    job: jobs,
  };
}

async function runsOf(forge: Forge, repository: string): Promise<readonly WorkflowRunFact[]> {
  const rows: WorkflowRunFact[] = [];
  let position: Position | null = null;
  do {
    const page: Page<WorkflowRunFact> = await forge.page({
      stream: "runs",
      repository,
      position,
      since: null,
    });
    rows.push(...page.rows);
    position = page.next;
  } while (position !== null);
  return rows;
}
