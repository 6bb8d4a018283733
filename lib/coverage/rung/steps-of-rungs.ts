import type { Step } from "../step.ts";
import type { Standing } from "../verdict.ts";

/** What a standing rests on: the gates in its evidence, the rung that is missed and the one that could not be decided. */
export function stepsOfRungs(standing: Standing, revertedBy: number | null): readonly Step[] {
  const { evidence, missed, unknownAbove } = standing;
  const gates = evidence
    .filter(({ gate }) => gate !== null)
    .map(({ rule, note, path, gate }) => rung(rule, `${gate}: ${note}`, path));
  return [
    ...(revertedBy === null
      ? []
      : [rung("reverted", `#${revertedBy} took it back, and its test with it.`)]),
    ...gates,
    rung(
      "rung-reached",
      standing.rung === "none"
        ? "The evidence reaches no rung."
        : `The evidence reaches the rung ${standing.rung}.`,
    ),
    ...(missed ? [rung("rung-missed", `The rung ${missed} is missed.`)] : []),
    ...(unknownAbove
      ? [rung("rung-unknown", `The rung ${unknownAbove.rung} is unknown: ${unknownAbove.missing}`)]
      : []),
  ];
}

const rung = (rule: string, note: string, path: string | null = null): Step => ({
  about: "rung",
  rule,
  note,
  path,
  line: null,
});
