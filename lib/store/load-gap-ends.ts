import type { Endpoint } from "#/lib/coverage/link/endpoint.ts";
import { db } from "./db.ts";

/** What the gaps of a program are the gaps of, by their numbers; one without a forge object stands for itself. */
export async function loadGapEnds(programId: number): Promise<ReadonlyMap<number, Endpoint>> {
  const items = await db.item.findMany({
    where: { programId },
    select: { id: true, kind: true, repositoryId: true, number: true },
  });
  return new Map(
    items.map(({ id, kind, repositoryId, number }) => [
      id,
      repositoryId === null || number === null
        ? { kind: "gap", number: id }
        : { kind: kind === "fix" ? "pull" : "issue", repositoryId, number },
    ]),
  );
}
