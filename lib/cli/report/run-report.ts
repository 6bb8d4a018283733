import type { Measure } from "#/lib/coverage/measure.ts";
import { AppError } from "#/lib/errors.ts";
import { readClustersOrThrow } from "#/lib/read/clusters.ts";
import { readOverviewOrThrow } from "#/lib/read/overview.ts";
import { readPlanOrThrow } from "#/lib/read/plan.ts";
import { readProgramOrThrow } from "#/lib/read/program.ts";
import { readPrograms } from "#/lib/read/programs.ts";
import type { ProgramDocument } from "#/lib/report/program-document.ts";
import { readSettled } from "./read-settled.ts";
import { toProgramDocument } from "./to-program-document.ts";

export type ReportRequest = {
  readonly slug: string;
  /** Only this measure, with the clusters and the plan at it; null for every one, and the policy's. */
  readonly measure: Measure | null;
  readonly now: Date;
};

/** How a program of the database stands, read of one and the same assessment. Throws AppError not_found, with the programs that there are, for a slug of none. */
export async function runReport({ slug, measure, now }: ReportRequest): Promise<ProgramDocument> {
  await requireProgram(slug);
  const asked = { slug, clock: now, measure: measure ?? undefined };
  const read = async () => {
    const [overview, clusters, plan] = await Promise.all([
      readOverviewOrThrow(asked),
      readClustersOrThrow(asked),
      readPlanOrThrow({ ...asked, actorId: null }),
    ]);
    return toProgramDocument({ overview, clusters, plan, only: measure });
  };
  const mark = async () => {
    const { policyVersion, assessedAt } = await readProgramOrThrow(asked);
    return `${policyVersion} ${assessedAt}`;
  };
  return readSettled(mark, read);
}

async function requireProgram(slug: string): Promise<void> {
  const slugs = (await readPrograms()).map((program) => program.slug);
  if (slugs.includes(slug)) return;
  const there =
    slugs.length === 0
      ? "There is none yet. Make one: gateline program add"
      : `There is: ${slugs.join(", ")}.`;
  throw new AppError("not_found", `There is no program at ${slug}. ${there}`);
}
