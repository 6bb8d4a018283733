import type { ChangeId } from "../lineage/change-facts.ts";
import type { Step } from "../step.ts";
import type { Standing } from "../verdict.ts";

const REVERTED = "reverted";
const TOOK_BACK = " took it back, and its test with it.";

/** What a standing rests on: the gates in its evidence, the rung that is missed and the one that could not be decided. */
export function stepsOfRungs(standing: Standing, revertedBy: ChangeId | null): readonly Step[] {
  const { evidence, missed, unknownAbove } = standing;
  const gates = evidence
    .filter(({ gate }) => gate !== null)
    .map(({ rule, note, path, gate }) => rung(rule, `${gate}: ${note}`, path));
  return [
    ...(revertedBy === null ? [] : [rung(REVERTED, `${whole(revertedBy)}${TOOK_BACK}`)]),
    ...gates,
    rung(
      "rung-reached",
      standing.rung === "none"
        ? "The evidence reaches no rung."
        : `The evidence reaches the rung ${standing.rung}.`,
    ),
    ...(missed ? [rung("rung-missed", `The rung ${missed} is missed.${because(standing)}`)] : []),
    ...(unknownAbove
      ? [rung("rung-unknown", `The rung ${unknownAbove.rung} is unknown: ${unknownAbove.missing}`)]
      : []),
  ];
}

/** The pushed commit that took a change back, by the steps of its judgement; null where none says so. */
export function readRevertingCommit(steps: readonly Pick<Step, "rule" | "note">[]): string | null {
  const note = steps.find(({ rule }) => rule === REVERTED)?.note ?? "";
  return note.endsWith(TOOK_BACK) ? (COMMIT.exec(note)?.[1] ?? null) : null;
}

// Unlike elsewhere with its whole id, since whoever reads the step may look for it.
const whole = (id: ChangeId): string => (typeof id === "number" ? `#${id}` : `commit ${id}`);
const COMMIT = /^commit (\S+)/;

const because = ({ missedBecause }: Standing): string =>
  missedBecause === undefined ? "" : ` ${missedBecause}`;

const rung = (rule: string, note: string, path: string | null = null): Step => ({
  about: "rung",
  rule,
  note,
  path,
  line: null,
});
