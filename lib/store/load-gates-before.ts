import type { HeldGate } from "#/lib/coverage/gate/decay/held-gate.ts";
import { gateRef } from "#/lib/coverage/gate/gate.ts";
import { db } from "./db.ts";
import { GateDefinition } from "./gate-definition.ts";

/** The gates of these repositories as they were read last, by repository and `workflow:job`; one that was saved by other rules of writing is absent. */
export async function loadGatesBefore(
  repositoryIds: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, HeldGate>>> {
  const rows = await db.gate.findMany({
    where: { repositoryId: { in: [...repositoryIds] } },
    select: { repositoryId: true, definition: true },
  });
  const byRepository = Map.groupBy(rows, ({ repositoryId }) => repositoryId);
  return new Map(
    [...byRepository].map(([id, own]) => [
      id,
      new Map(
        own.flatMap(({ definition }) => {
          const { data } = GateDefinition.safeParse(definition);
          return data ? [[gateRef(data), data] as const] : [];
        }),
      ),
    ]),
  );
}
