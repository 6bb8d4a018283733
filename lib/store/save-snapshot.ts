import { ENGINE_VERSION } from "#/lib/coverage/engine-version.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { addTallies } from "#/lib/coverage/tally.ts";
import type { Assessment } from "./assessment.ts";
import type { Tx } from "./db.ts";
import { SnapshotFigures } from "./snapshot-figures.ts";

type Assessed = Pick<Assessment, "programId" | "policyVersion" | "at" | "repositories" | "tallies">;

/** Appends what a program displays from now on, where that is not what it displayed last: other figures, another policy or another engine. What was displayed before is never touched. */
export async function saveSnapshot(tx: Tx, assessment: Assessed): Promise<void> {
  const { programId, policyVersion, at } = assessment;
  const policy = await tx.policy.findUniqueOrThrow({
    where: { programId_version: { programId, version: policyVersion } },
  });
  const figures = figuresOf(assessment, PolicyRules.parse(policy.rules).rung);
  const last = await tx.snapshot.findFirst({ where: { programId }, orderBy: { id: "desc" } });
  const isSame =
    last?.policyVersion === policyVersion &&
    last.engineVersion === ENGINE_VERSION &&
    // The schema puts what the database hands back in its own order.
    JSON.stringify(SnapshotFigures.parse(last.figures)) === JSON.stringify(figures);
  if (isSame) return;
  await tx.snapshot.create({
    data: { at, programId, policyVersion, engineVersion: ENGINE_VERSION, figures },
  });
}

function figuresOf(
  { repositories, tallies }: Assessed,
  rung: SnapshotFigures["rung"],
): SnapshotFigures {
  const sums = (["fix", "issue"] as const).flatMap((population) =>
    MEASURES.map((measure) => {
      const own = tallies.filter(
        (tally) => tally.population === population && tally.measure === measure,
      );
      return { population, measure, ...addTallies(own) };
    }),
  );
  return SnapshotFigures.parse({ rung, audited: repositories.length, tallies: sums });
}
