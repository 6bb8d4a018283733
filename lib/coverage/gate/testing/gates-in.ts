import type { Gate } from "../gate.ts";
import { readGates } from "../read-gates.ts";

/** The directories from which the forges run workflows; what holds of one holds of all. */
export const DIRECTORIES = [".github/workflows", ".gitea/workflows", ".forgejo/workflows"] as const;

/** The gates of one workflow file. */
export const gatesIn = (text: string, directory: string = DIRECTORIES[0]): readonly Gate[] =>
  readGates([{ path: `${directory}/ci.yml`, text }]).gates;

/** One gate of a workflow file, by the job's id. */
export function gateIn(text: string, job: string, directory?: string): Gate {
  const gate = gatesIn(text, directory).find((each) => each.job === job);
  if (!gate) throw new Error(`no job ${job} was read`);
  return gate;
}
