import type { ForgeKind } from "#/lib/coverage/gate/workflow-directory.ts";
import { db } from "#/lib/store/db.ts";
import { forgeOf } from "#/lib/store/forge-of.ts";

/** The repositories of a program, each with its gates, what was read of it and what its branch demands. */
export async function loadGateScope(programId: number) {
  const rows = await db.programRepository.findMany({
    where: { programId },
    orderBy: { alias: "asc" },
    include: {
      repository: {
        select: {
          id: true,
          url: true,
          defaultBranch: true,
          source: { select: { kind: true, probe: true } },
          gates: {
            orderBy: [{ workflow: "asc" }, { line: "asc" }, { job: "asc" }],
            omit: { definition: true },
          },
          streams: { where: { stream: { in: ["workflows", "sources", "protection"] } } },
          protections: { orderBy: { id: "desc" }, take: 1 },
        },
      },
    },
  });
  return rows.map(({ alias, syncEnabled, repository }) => {
    const { source, ...rest } = repository;
    const forge: ForgeKind = forgeOf(source);
    return { alias, syncEnabled, forge, ...rest };
  });
}

export type RepositoryWithGates = Awaited<ReturnType<typeof loadGateScope>>[number];
export type StoredGate = RepositoryWithGates["gates"][number];
