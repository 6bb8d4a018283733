import { z } from "zod";
import { type SourcesView, SourceView } from "#/lib/contract/sources.ts";
import { db } from "#/lib/store/db.ts";
import { readRunEnds } from "./run-ends.ts";
import { repositoryView } from "./source-repository.ts";
import { stateOf } from "./source-state.ts";
import { countGone, countHeld, countQuarantined } from "./source-streams.ts";

// The one under way, and the one that ended before it.
const LAST_RUNS = 2;
// Of more only the newest are told one by one.
const QUARANTINED_MAX = 50;
const Probe = z
  .object({ version: z.string(), limits: z.array(z.string()) })
  .nullable()
  .catch(null);

/** Every source with what it holds of each repository, and whether anything is being synced now. */
export async function readSources(): Promise<SourcesView> {
  const [sources, held, gone, quarantined, ends] = await Promise.all([
    findSources(),
    countHeld(),
    countGone(),
    countQuarantined(),
    readRunEnds(),
  ]);
  const views = sources.map(({ repository, sealedToken, sealedHook, ...source }) => {
    const probe = Probe.parse(source.probe);
    return SourceView.parse({
      ...source,
      ...stateOf(source, repository, ends),
      hasToken: sealedToken !== null,
      hasHook: sealedHook !== null,
      lastHookAt: source.deliveries[0]?.at.toISOString() ?? null,
      budgets: source.limits.map((limit) => ({
        ...limit,
        resetAt: limit.resetAt?.toISOString() ?? null,
      })),
      probedAt: source.probedAt?.toISOString() ?? null,
      version: probe?.version ?? null,
      limits: probe?.limits ?? [],
      repositories: repository.map((row) =>
        repositoryView(row, { held: held.get(row.id), gone, quarantined }, ends.get(row.id)),
      ),
    });
  });
  return {
    sources: views,
    syncing: views.some((source) =>
      source.repositories.some(({ run }) => run?.state === "running"),
    ),
  };
}

const findSources = () =>
  db.source.findMany({
    orderBy: { id: "asc" },
    include: {
      limits: { orderBy: { resource: "asc" } },
      deliveries: { orderBy: { at: "desc" }, take: 1 },
      repository: {
        orderBy: { fullName: "asc" },
        include: {
          streams: true,
          runs: { orderBy: { id: "desc" }, take: LAST_RUNS },
          programs: {
            include: { program: { select: { slug: true, name: true, archivedAt: true } } },
          },
          quarantined: { orderBy: { seenAt: "desc" }, take: QUARANTINED_MAX },
        },
      },
    },
  });
