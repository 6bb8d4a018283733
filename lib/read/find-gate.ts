import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { gateRef } from "#/lib/coverage/gate/gate.ts";
import { AppError } from "#/lib/errors.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { type GateReading, readGateReading } from "./gate-reading.ts";
import { loadGateScope } from "./gate-scope.ts";

const CHANGED =
  "It is not in the workflow files that are held now; the next assessment takes it from the list.";

/** A gate of a program's catalogue with its repository. */
export async function findGateOrThrow(slug: string, id: number) {
  const program = await findProgramOrThrow(slug);
  const scope = await loadGateScope(program.id);
  for (const place of scope) {
    const gate = place.gates.find((each) => each.id === id);
    if (gate) return { program, place, gate };
  }
  throw new AppError("not_found", `${program.name} has no gate ${id}. Its list has those it has.`);
}

/** The job behind a gate of the catalogue as it stands in the files now, and all that was read with it. */
export async function readJobOf(gate: {
  readonly repositoryId: number;
  readonly workflow: string;
  readonly job: string;
}): Promise<Known<{ readonly job: Gate; readonly reading: GateReading }>> {
  const reading = await readGateReading(gate.repositoryId);
  const job = reading.gates.find((each) => gateRef(each) === gateRef(gate));
  return job ? known({ job, reading }) : unknown(CHANGED);
}
