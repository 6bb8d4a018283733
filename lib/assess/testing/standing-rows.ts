import { db } from "#/lib/store/db.ts";

/** Where every item stands, with its verdicts, by its natural key. */
export async function standingRows(): Promise<ReadonlyMap<string, string>> {
  const items = await db.item.findMany({
    where: { standing: { isNot: null } },
    orderBy: { id: "asc" },
    include: { standing: true, verdicts: { orderBy: { measure: "asc" } } },
  });
  return new Map(
    items.map(({ naturalKey, standing, verdicts }) => [
      naturalKey,
      JSON.stringify([standing, verdicts]),
    ]),
  );
}

/** The items that do not stand as before. */
export function movedSince(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).toSorted();
}

/** Every decay in the order in which it was seen, with the items that fell by it. */
export async function decayRows() {
  const rows = await db.decay.findMany({
    orderBy: { id: "asc" },
    include: { items: { include: { item: true }, orderBy: { itemId: "asc" } } },
  });
  return rows.map(({ gate, cause, why, line, items }) => ({
    gate,
    cause,
    why,
    line,
    items: items.map(({ item, rung, mendedAt }) => ({
      key: item.naturalKey,
      rung,
      mended: mendedAt !== null,
    })),
  }));
}

/** What stands at `blocking` by this gate and by no other. */
export async function heldOnlyBy(gates: ReadonlySet<string>): Promise<readonly string[]> {
  const items = await db.item.findMany({
    where: { standing: { rung: "blocking" } },
    include: { evidence: { where: { rung: "blocking" } } },
  });
  return items
    .filter(({ repositoryId, evidence }) =>
      evidence.every(({ gate }) => gates.has(`${repositoryId} ${gate}`)),
    )
    .map(({ naturalKey }) => naturalKey)
    .toSorted();
}
