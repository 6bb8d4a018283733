import type { ForgeKind } from "#/lib/coverage/gate/workflow-directory.ts";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import { db } from "./db.ts";
import { forgeOf } from "./forge-of.ts";

export type GateFiles = {
  readonly forge: ForgeKind;
  readonly files: readonly WorkflowFileFact[];
};

/** The workflow files that are held of a repository, and the kind of forge that runs them. */
export async function loadGateFiles(repositoryId: number): Promise<GateFiles> {
  const { source, workflowFiles } = await db.repository.findUniqueOrThrow({
    where: { id: repositoryId },
    select: {
      source: { select: { kind: true, probe: true } },
      workflowFiles: { orderBy: { path: "asc" }, select: { path: true, text: true } },
    },
  });
  return { forge: forgeOf(source), files: workflowFiles };
}
