import { z } from "zod";
import type { DeclaredView } from "#/lib/contract/declared.ts";
import { PRIORITIES } from "#/lib/contract/gaps.ts";
import { db } from "#/lib/store/db.ts";
import { declaredKey } from "#/lib/store/load-declared-gaps.ts";
import { closingEnds } from "./declaration.ts";
import { findProgramOrThrow } from "./find-program.ts";

const Pulls = z.array(z.object({ repositoryId: z.int(), number: z.int() }));
const Said = z.object({ reason: z.string() });

/** Every gap that was ever declared in a program, those of the highest priority first; the withdrawn ones say who withdrew them and why. */
export async function readDeclaredOrThrow({ slug }: { slug: string }): Promise<DeclaredView[]> {
  const program = await findProgramOrThrow(slug);
  const programId = program.id;
  const found = await db.declaredGap.findMany({
    where: { programId },
    orderBy: [{ priority: "asc" }, { ordinal: "asc" }],
    include: { actor: { select: { name: true } } },
  });
  const rows = found.map((row) => ({ ...row, pulls: Pulls.parse(row.closedBy) }));
  const [itemOf, aliasOf, withdrawalOf] = await Promise.all([
    loadItems(programId, rows),
    loadAliases(programId),
    loadWithdrawals(rows),
  ]);
  // All of them at once: one by one would ask again for each gap.
  const ends = await closingEnds(
    programId,
    rows.flatMap(({ pulls }) => pulls),
    program.sample,
  );
  let next = 0;
  return rows.map(({ id, title, note, at, actor, withdrawnAt, pulls, ...row }) => {
    const item = itemOf.get(declaredKey(id));
    const alias = aliasOf.get(row.repositoryId) ?? null;
    const start = next;
    next += pulls.length;
    return {
      id,
      item: item?.id ?? null,
      counts: withdrawnAt === null && alias !== null && (item?.standing ?? null) !== null,
      title,
      note,
      by: actor.name,
      at: at.toISOString(),
      priority: z.enum(PRIORITIES).parse(row.priority),
      alias,
      closedBy: ends.slice(start, next),
      withdrawn: withdrawnAt && { at: withdrawnAt.toISOString(), ...withdrawalOf(id) },
    };
  });
}

type Declared = { readonly id: number };

async function loadItems(programId: number, rows: readonly Declared[]) {
  const items = await db.item.findMany({
    where: { programId, naturalKey: { in: rows.map(({ id }) => declaredKey(id)) } },
    include: { standing: { select: { itemId: true } } },
  });
  return new Map(items.map((item) => [item.naturalKey, item]));
}

async function loadAliases(programId: number): Promise<ReadonlyMap<number, string>> {
  const scope = await db.programRepository.findMany({ where: { programId } });
  return new Map(scope.map(({ repositoryId, alias }) => [repositoryId, alias]));
}

/** Who withdrew a gap last, and why. */
async function loadWithdrawals(rows: readonly Declared[]) {
  const decisions = await db.decision.findMany({
    where: { verb: "gap.withdraw", subject: { in: rows.map(({ id }) => declaredKey(id)) } },
    orderBy: { id: "asc" },
    include: { actor: { select: { name: true } } },
  });
  const last = new Map(decisions.map((decision) => [decision.subject, decision]));
  return (id: number) => {
    const decision = last.get(declaredKey(id));
    const reason = Said.safeParse(decision?.after).data?.reason ?? "";
    return { by: decision?.actor.name ?? "", reason };
  };
}
