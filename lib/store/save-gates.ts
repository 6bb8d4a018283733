import type { JudgedRepository } from "./assessment.ts";
import type { Tx } from "./db.ts";

/** Replaces what is derived from the workflow files of a repository; a gate that stays keeps its number. */
export async function saveGates(tx: Tx, repository: JudgedRepository): Promise<void> {
  const { id: repositoryId, gates, findings } = repository;
  for (const gate of gates) {
    const fields = {
      workflowName: gate.workflowName ?? gate.workflow,
      name: gate.name,
      kind: gate.kind,
      triggers: [...gate.triggers],
      paths: [...gate.paths, ...gate.pathsIgnore.map((path) => `!${path}`)],
      testPaths: [...gate.testPaths],
      runsOnPullRequest: gate.runsOnPullRequest,
      masked: gate.masked,
      maskReason: gate.maskReason,
      line: gate.line,
    };
    const key = { repositoryId, workflow: gate.workflow, job: gate.job };
    await tx.gate.upsert({
      where: { repositoryId_workflow_job: key },
      create: { ...key, ...fields },
      update: fields,
    });
  }
  await tx.gate.deleteMany({
    where: { repositoryId, NOT: { OR: gates.map(({ workflow, job }) => ({ workflow, job })) } },
  });
  await tx.finding.deleteMany({ where: { repositoryId } });
  await tx.finding.createMany({
    data: findings.map(({ kind, workflow, job, line, message }) => ({
      repositoryId,
      kind,
      workflow,
      job,
      line,
      message,
    })),
  });
}
