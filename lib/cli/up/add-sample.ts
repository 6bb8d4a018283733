import { systemActor } from "#/lib/auth/actor.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { db } from "#/lib/store/db.ts";
import { saveSourceUrl } from "#/lib/store/save-source-url.ts";
import { findRepository, probeSource } from "#/lib/sync/ask-source.ts";
import { addProgram } from "#/lib/workflow/add-program.ts";
import { addSource } from "#/lib/workflow/add-source.ts";
import { putInScope } from "#/lib/workflow/put-in-scope.ts";
import { sampleCharter } from "./sample-charter.ts";
import { declareSampleGaps } from "./sample-gaps.ts";
import { planSample } from "./sample-plan.ts";
import { sampleRules } from "./sample-rules.ts";

const SLUG = "2615";
const SOURCE = "Sample forge of program 2615";
const SCOPE = [
  { fullName: "molecule-ai/molecule-core", alias: "core", syncEnabled: true },
  { fullName: "molecule-ai/molecule-controlplane", alias: "cp", syncEnabled: true },
  { fullName: "molecule-ai/molecule-ci", alias: "ci", syncEnabled: false },
  { fullName: "molecule-ai/molecule-app", alias: "app", syncEnabled: false },
  { fullName: "molecule-ai/landingpage", alias: "landingpage", syncEnabled: false },
];

/** Sets the sample program up as a person would, by the same verbs; its rows then come by sync. Run again after a kill it goes on. */
export async function addSample(forgeUrl: string, now: Date): Promise<void> {
  const ctx = { actor: await systemActor(), now };
  const source = await db.source.findUnique({ where: { name: SOURCE } });
  const address = { name: SOURCE, kind: "gitea" as const, url: forgeUrl };
  const sourceId =
    source?.id ??
    (await addSource({ ctx, input: { ...address, probe: await probeSource(address) } }));
  // The sample's forge lives as long as this process and has a new port each time.
  if (source) await saveSourceUrl(sourceId, forgeUrl);
  if ((await db.program.count({ where: { slug: SLUG } })) === 0) await addSampleProgram(ctx);
  const archived = { slug: SLUG, archivedAt: { not: null } };
  if ((await db.program.count({ where: archived })) > 0) return;
  for (const entry of SCOPE) {
    if (await wasTakenOut(entry.alias)) continue;
    const held = await db.programRepository.count({
      where: { program: { slug: SLUG }, alias: entry.alias },
    });
    if (held > 0) continue;
    const repository = await findRepository(sourceId, entry.fullName);
    const repositoryId = await putInScope({
      ctx,
      input: { slug: SLUG, sourceId, ...entry, repository },
    });
    if (entry.syncEnabled) await enqueue("sync-repository", { repositoryId });
  }
  await declareSampleGaps(SLUG, ctx);
}

async function addSampleProgram(ctx: Parameters<typeof addProgram>[0]["ctx"]): Promise<void> {
  await addProgram({
    ctx,
    input: {
      slug: SLUG,
      name: "Every issue wired to CI/CD e2e",
      mandate: "every issue should be wired to CICD e2e",
      mandateBy: "CTO 2026-06-12",
      fixesSince: new Date("2026-04-13T00:00:00Z"),
      timeZone: "UTC",
      rules: sampleRules,
      charter: sampleCharter,
      sample: true,
      standsAt: new Date("2026-06-12T18:00:00Z"),
      tracking: { alias: "core", issue: 2615 },
      baseline: {
        text: "about 13 % really CI-gated",
        percent: 13,
        source: "asserted by the program's mandate of 12 June 2026, approximate",
      },
    },
  });
}

/** Whether a person took a repository out of the sample's scope: then it is not put back. */
async function wasTakenOut(alias: string): Promise<boolean> {
  const subject = `program:${SLUG}`;
  const before = { path: ["alias"], equals: alias };
  return (await db.decision.count({ where: { verb: "scope.take_out", subject, before } })) > 0;
}

/** The sample program, if it is here. */
export const findSample = () =>
  db.program.findFirst({ where: { sample: true }, orderBy: { id: "asc" } });

/** Whether an empty database should be offered the sample: it never was, and nobody made a program. */
export async function wantsSample(): Promise<boolean> {
  if (await findSample()) return true;
  const [programs, removed] = await Promise.all([
    db.program.count(),
    db.decision.count({ where: { verb: "sample.remove" } }),
  ]);
  return programs === 0 && removed === 0;
}

/** What the sample still waits for; null when it is read and judged, and its work given to whom its text gives it. */
export async function sampleStep(): Promise<string | null> {
  const sample = await findSample();
  if (!sample) return null;
  const scope = await db.programRepository.findMany({
    where: { programId: sample.id, syncEnabled: true },
    include: { repository: { include: { runs: { orderBy: { id: "desc" }, take: 1 } } } },
  });
  const audited = await db.repositoryAudit.count({
    where: { programId: sample.id, repositoryId: { in: scope.map((entry) => entry.repositoryId) } },
  });
  if (audited === scope.length) {
    await planSample(sample);
    return null;
  }
  const phases = scope.flatMap(({ alias, repository }) => {
    const [run] = repository.runs;
    return run?.state === "running"
      ? [`${alias} ${run.phase} ${run.done}${run.total === null ? "" : ` of ${run.total}`}`]
      : [];
  });
  return `loading the sample program${phases.length > 0 ? ` (${phases.join(", ")})` : ""}`;
}
