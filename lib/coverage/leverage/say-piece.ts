import { type Gate, gateRef } from "../gate/gate.ts";
import type { PieceKind } from "./piece.ts";

type Named = Pick<Gate, "workflow" | "job">;

/** A gate as a title names it, `file:job`, without the folder that all workflows are in. */
export const shortName = ({ workflow, job }: Named): string =>
  `${workflow.slice(workflow.lastIndexOf("/") + 1)}:${job}`;

/** The key of a piece of work on an existing gate. */
export const keyOfGate = (kind: PieceKind, alias: string, gate: Named): string =>
  `${kind}:${alias}:${gateRef(gate)}`;

/** A number of gaps in words. */
export const sayGaps = (count: number): string => (count === 1 ? "1 gap" : `${count} gaps`);
