import { z } from "zod";
import type { DecayView } from "#/lib/contract/item.ts";
import { LOSS_CAUSES } from "#/lib/coverage/gate/decay/loss-causes.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { db } from "#/lib/store/db.ts";
import { fileUrl } from "./file-url.ts";

const Cause = z.enum(LOSS_CAUSES);
const RungName = z.enum(RUNGS);

/** Every fall of an item by what became of a gate, the newest first. */
export async function readDecays(item: number, sample: boolean): Promise<DecayView[]> {
  const rows = await db.decayItem.findMany({
    where: { itemId: item },
    orderBy: { decayId: "desc" },
    include: { decay: true },
  });
  const places = await repositoriesWithGates(rows.map(({ decay }) => decay));
  return rows.map(({ rung, mendedAt, decay }) => {
    const { repositoryId, gate, line } = decay;
    const [workflow, job] = partsOf(gate);
    const place = places.get(repositoryId);
    const held = place?.gates.find((each) => each.workflow === workflow && each.job === job);
    return {
      cause: Cause.parse(decay.cause),
      why: decay.why,
      gate,
      name: held ? `${held.workflowName} / ${held.name}` : `${workflow.split("/").at(-1)} / ${job}`,
      gateId: held?.id ?? null,
      workflow,
      line,
      url: place ? fileUrl(place, sample, workflow, line) : null,
      rung: RungName.parse(rung),
      seenAt: decay.seenAt.toISOString(),
      mendedAt: mendedAt?.toISOString() ?? null,
    };
  });
}

type Place = {
  readonly url: string | null;
  readonly defaultBranch: string;
  readonly gates: readonly {
    readonly id: number;
    readonly workflow: string;
    readonly workflowName: string;
    readonly job: string;
    readonly name: string;
  }[];
};

async function repositoriesWithGates(
  decays: readonly { readonly repositoryId: number; readonly gate: string }[],
): Promise<ReadonlyMap<number, Place>> {
  if (decays.length === 0) return new Map();
  const wanted = decays.map(({ gate }) => {
    const [workflow, job] = partsOf(gate);
    return { workflow, job };
  });
  const rows = await db.repository.findMany({
    where: { id: { in: decays.map(({ repositoryId }) => repositoryId) } },
    select: {
      id: true,
      url: true,
      defaultBranch: true,
      gates: {
        where: { OR: wanted },
        select: { id: true, workflow: true, workflowName: true, job: true, name: true },
      },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

// The id of a job holds no colon.
function partsOf(gate: string): readonly [workflow: string, job: string] {
  const at = gate.lastIndexOf(":");
  return [gate.slice(0, at), gate.slice(at + 1)];
}
