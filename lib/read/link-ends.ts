import type { LinkEnd, LinkEndView } from "#/lib/contract/links.ts";
import { keyOf } from "#/lib/coverage/link/endpoint.ts";
import { gapName } from "#/lib/format.ts";
import { db } from "#/lib/store/db.ts";

/** Names the ends of links: by alias and number, by gate, or by gap. */
export async function readLinkEnds(
  programId: number,
  ends: readonly LinkEnd[],
  sample: boolean,
): Promise<(end: LinkEnd) => LinkEndView> {
  const held = await loadNamed(programId, ends);
  return (end) => {
    if (end.kind === "gap") return { ...BARE, end, label: gapName(end.number), item: end.number };
    const alias = held.aliases.get(end.repositoryId) ?? "?";
    if (end.kind === "gate") {
      const gate = held.gates.get(`${end.repositoryId} ${end.gate}`);
      const file = end.gate.slice(end.gate.lastIndexOf("/") + 1);
      return {
        ...BARE,
        end,
        label: `${alias} ${file}`,
        title: gate?.name ?? null,
        gateId: gate?.id ?? null,
      };
    }
    const row = held.objects.get(placeOf(end));
    return {
      ...BARE,
      end,
      label: `${alias}#${end.number}`,
      title: row?.title ?? null,
      item: held.items.get(placeOf(end)) ?? null,
      url: sample ? null : (row?.url ?? null),
    };
  };
}

const BARE = { title: null, item: null, gateId: null, url: null };

async function loadNamed(programId: number, ends: readonly LinkEnd[]) {
  const numbered = ends.flatMap((end) => ("number" in end && end.kind !== "gap" ? [end] : []));
  const numbers = [...new Set(numbered.map(({ number }) => number))];
  const repositoryIds = [
    ...new Set(ends.flatMap((end) => (end.kind === "gap" ? [] : [end.repositoryId]))),
  ];
  const where = { repositoryId: { in: repositoryIds }, number: { in: numbers } };
  const select = { repositoryId: true, number: true, title: true, url: true } as const;
  const [scope, issues, pulls, items, gates] = await Promise.all([
    db.programRepository.findMany({ where: { programId } }),
    db.issue.findMany({ where, select }),
    db.pullRequest.findMany({ where, select }),
    db.item.findMany({ where: { programId, ...where, standing: { isNot: null } } }),
    db.gate.findMany({
      where: { repositoryId: { in: repositoryIds } },
      select: { id: true, repositoryId: true, workflow: true, job: true, name: true },
    }),
  ]);
  return {
    aliases: new Map(scope.map(({ repositoryId, alias }) => [repositoryId, alias])),
    objects: new Map([...issues, ...pulls].map((row) => [placeOf(row), row])),
    items: new Map(items.map((row) => [placeOf(row), row.id])),
    gates: new Map(
      gates.map((gate) => [`${gate.repositoryId} ${gate.workflow}:${gate.job}`, gate]),
    ),
  };
}

const placeOf = (row: { repositoryId: number | null; number: number | null }): string =>
  `${row.repositoryId}#${row.number}`;

type Item = {
  readonly id: number;
  readonly repositoryId: number | null;
  readonly number: number | null;
};

/** The key under which the links that lead to an item are held; what nothing on a forge stands behind is its own end. */
export const endKey = ({ id, repositoryId, number }: Item): string =>
  repositoryId === null || number === null
    ? keyOf({ kind: "gap", number: id })
    : keyOf({ kind: "pull", repositoryId, number });
