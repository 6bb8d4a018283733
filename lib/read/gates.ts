import { z } from "zod";
import type { GatesView, GateView } from "#/lib/contract/gates.ts";
import { db } from "#/lib/store/db.ts";
import { findProgramOrThrow } from "./find-program.ts";

/** The gate catalogue of a program: what each gate is, what is wrong with it, and how many items it holds up. */
export async function readGatesOrThrow({ slug }: { slug: string }): Promise<GatesView> {
  const program = await findProgramOrThrow(slug);
  const scope = await loadScope(program.id);
  const repositoryIds = scope.map(({ repositoryId }) => repositoryId);
  const [findings, holds] = await Promise.all([
    db.finding.findMany({
      where: { repositoryId: { in: repositoryIds } },
      orderBy: [{ workflow: "asc" }, { line: "asc" }],
    }),
    countHeld(program.id),
  ]);
  return {
    gates: scope.flatMap((place) =>
      place.repository.gates.map((gate) =>
        gateView({ gate, place, findings, holds, sample: program.sample }),
      ),
    ),
    fileFindings: scope.flatMap(({ alias, repositoryId }) =>
      findings
        .filter((finding) => finding.repositoryId === repositoryId && finding.job === null)
        .map((finding) => ({ alias, workflow: finding.workflow, ...findingView(finding) })),
    ),
    notRead: scope.flatMap(({ alias, syncEnabled, repository }) => {
      const why = whyNotRead(repository.streams[0], syncEnabled);
      return why === null ? [] : [{ alias, why }];
    }),
  };
}

type WorkflowStream = { readonly completedAt: Date | null; readonly refusal: string | null };

function whyNotRead(stream: WorkflowStream | undefined, syncEnabled: boolean): string | null {
  if (stream?.refusal) return stream.refusal;
  if (stream?.completedAt) return null;
  return syncEnabled ? "Its workflow files were not read yet." : "Sync is switched off for it.";
}

const loadScope = (programId: number) =>
  db.programRepository.findMany({
    where: { programId },
    orderBy: { alias: "asc" },
    include: {
      repository: {
        include: {
          gates: { orderBy: [{ workflow: "asc" }, { line: "asc" }] },
          streams: { where: { stream: "workflows" } },
        },
      },
    },
  });

type StoredGate = Omit<GateView, "alias" | "url" | "holds" | "findings"> & {
  readonly repositoryId: number;
};
type StoredFinding = {
  repositoryId: number;
  workflow: string;
  job: string | null;
  kind: string;
  message: string;
  line: number | null;
};

const findingView = ({ kind, message, line }: StoredFinding) => ({ rule: kind, message, line });

function gateView(input: {
  gate: StoredGate;
  place: { alias: string; repository: { url: string | null; defaultBranch: string } };
  findings: readonly StoredFinding[];
  holds: ReadonlyMap<string, number>;
  sample: boolean;
}): GateView {
  const { gate, place, findings, holds, sample } = input;
  const { repositoryId, workflow, job, line } = gate;
  const { url, defaultBranch } = place.repository;
  const own = findings.filter(
    (f) => f.repositoryId === repositoryId && f.workflow === workflow && f.job === job,
  );
  return {
    ...gate,
    alias: place.alias,
    url: sample || url === null ? null : `${url}/src/branch/${defaultBranch}/${workflow}#L${line}`,
    holds: holds.get(`${repositoryId}:${workflow}:${job}`) ?? 0,
    findings: own.map(findingView),
  };
}

const Held = z.object({ repositoryId: z.int(), gate: z.string(), items: z.int() });

async function countHeld(programId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw`
    select i.repository_id as "repositoryId", e.gate, count(distinct e.item_id)::int as items
      from evidence e join item i on i.id = e.item_id
     where i.program_id = ${programId} and e.gate is not null
     group by i.repository_id, e.gate`;
  return new Map(
    z
      .array(Held)
      .parse(rows)
      .map((row) => [`${row.repositoryId}:${row.gate}`, row.items]),
  );
}
