import type { Endpoint } from "#/lib/coverage/link/endpoint.ts";
import { AppError } from "#/lib/errors.ts";
import type { Tx } from "#/lib/store/db.ts";

/** Throws AppError not_found for an end of a link that is not in the program. */
export async function requireEndpoint(
  tx: Tx,
  programId: number,
  endpoint: Endpoint,
): Promise<void> {
  if (await isThere(tx, programId, endpoint)) return;
  throw new AppError("not_found", `${nameOf(endpoint)} is not in this program.`);
}

async function isThere(tx: Tx, programId: number, endpoint: Endpoint): Promise<boolean> {
  if (endpoint.kind === "gap")
    return (await tx.item.count({ where: { programId, id: endpoint.number } })) > 0;
  const { repositoryId } = endpoint;
  if ((await tx.programRepository.count({ where: { programId, repositoryId } })) === 0)
    return false;
  if (endpoint.kind === "gate") {
    const [workflow, job] = splitGate(endpoint.gate);
    return (await tx.gate.count({ where: { repositoryId, workflow, job } })) > 0;
  }
  const where = { repositoryId, number: endpoint.number };
  return endpoint.kind === "issue"
    ? (await tx.issue.count({ where })) > 0
    : (await tx.pullRequest.count({ where })) > 0;
}

/** The workflow and the job of a gate's name; a job's id holds no colon. */
function splitGate(gate: string): readonly [string, string] {
  const at = gate.lastIndexOf(":");
  return [gate.slice(0, at), gate.slice(at + 1)];
}

function nameOf(endpoint: Endpoint): string {
  if (endpoint.kind === "gap") return `GAP-${endpoint.number}`;
  return endpoint.kind === "gate"
    ? `The gate ${endpoint.gate}`
    : `The ${endpoint.kind === "pull" ? "pull request" : "issue"} #${endpoint.number}`;
}
