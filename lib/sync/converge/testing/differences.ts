import { db } from "#/lib/store/db.ts";
import { withLease } from "#/lib/store/lease.ts";
import { STREAMS } from "#/lib/store/streams.ts";
import { atForge } from "./at-forge.ts";
import { expected, SWEPT } from "./expected.ts";
import { filesKnownOf, held } from "./held.ts";
import type { Compared } from "./scene.ts";

/** Everything in which the database is not as the forge, and what should be over and is not, a line each. */
export async function differences(scene: Compared): Promise<readonly string[]> {
  const { repositoryId } = scene;
  const filesOf = await filesKnownOf(repositoryId);
  const theirs = { ...expected(scene, filesOf), ...(await atForge(scene)) };
  const ours = await held(repositoryId, scene);
  const lines: string[] = [];
  for (const [kind, rows] of Object.entries(theirs)) {
    const mine = ours[kind] ?? [];
    const [there, here] = [new Set(rows), new Set(mine)];
    for (const row of rows) if (!here.has(row)) lines.push(`${kind} not held: ${row}`);
    for (const row of mine) if (!there.has(row)) lines.push(`${kind} held only: ${row}`);
    if (mine.length !== rows.length)
      lines.push(`${kind}: ${mine.length} held, ${rows.length} there`);
  }
  return [
    ...lines,
    ...(await leftOver(scene)),
    ...(await untrueTombstones(scene)),
    ...(await stuckLeases(repositoryId)),
  ];
}

const CHANGING = ["issue", "pull", "comment"];

/** What changed at the forge and was not brought by the ordinary pass that came after: no sweep is needed for it. */
export async function notBrought(scene: Compared): Promise<readonly string[]> {
  const { repositoryId } = scene;
  const theirs = expected(scene, new Set());
  const ours = await held(repositoryId, scene);
  return CHANGING.flatMap((kind) => {
    const here = new Set((ours[kind] ?? []).map(unswept));
    return (theirs[kind] ?? []).flatMap((row) =>
      here.has(unswept(row)) ? [] : [`${kind} not brought before the sweep: ${row}`],
    );
  });
}

const unswept = (row: string): string =>
  JSON.stringify(Object.entries(Object(JSON.parse(row))).filter(([name]) => !SWEPT.includes(name)));

async function leftOver({ repositoryId }: Compared): Promise<readonly string[]> {
  const where = { repositoryId };
  const quarantined = await db.quarantine.findMany({ where });
  const touches = await db.touch.findMany({ where });
  const seen = await db.walkSeen.count({ where });
  const running = await db.syncRun.count({ where: { ...where, state: "running" } });
  const streams = await db.syncStream.findMany({ where });
  return [
    ...quarantined.map(({ stream, at, why }) => `quarantined in ${stream}: ${at}: ${why}`),
    ...touches.map(({ kind, key }) => `a touch is left: ${kind} ${key}`),
    ...(seen > 0 ? [`${seen} rows are left of a walk`] : []),
    ...(running > 0 ? [`${running} runs are held to be under way`] : []),
    ...streams.flatMap(({ stream, position }) =>
      position === null ? [] : [`${stream} is half walked`],
    ),
  ];
}

async function untrueTombstones({
  repositoryId,
  repository,
}: Compared): Promise<readonly string[]> {
  const rows = await db.tombstone.findMany({ where: { repositoryId } });
  const keys = new Set([
    ...repository.issues.map(({ number }) => `issue ${number}`),
    ...repository.pulls.map(({ number }) => `pull ${number}`),
    ...repository.comments.map(({ id }) => `comment ${id}`),
  ]);
  return rows.flatMap(({ kind, key }) =>
    keys.has(`${kind} ${key}`) ? [`held to be gone, and there: ${kind} ${key}`] : [],
  );
}

async function stuckLeases(repositoryId: number): Promise<readonly string[]> {
  const lines: string[] = [];
  const { signal } = new AbortController();
  for (const stream of STREAMS)
    if ((await withLease({ repositoryId, stream }, signal, async () => true)) === null)
      lines.push(`the lease on ${stream} is stuck`);
  return lines;
}
