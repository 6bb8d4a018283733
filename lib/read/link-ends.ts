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
  const numbered = ends.flatMap((end) => ("number" in end && end.kind !== "gap" ? [end] : []));
  const numbers = [...new Set(numbered.map(({ number }) => number))];
  const repositoryIds = [
    ...new Set(ends.flatMap((e) => (e.kind === "gap" ? [] : [e.repositoryId]))),
  ];
  const where = { repositoryId: { in: repositoryIds }, number: { in: numbers } };
  const select = { repositoryId: true, number: true, title: true, url: true } as const;
  const [scope, issues, pulls, items, gates] = await Promise.all([
    db.programRepository.findMany({ where: { programId } }),
    db.issue.findMany({ where, select }),
    db.pullRequest.findMany({ where, select }),
    db.item.findMany({ where: { programId, ...where, standing: { isNot: null } } }),
    db.gate.findMany({ where: { repositoryId: { in: repositoryIds } } }),
  ]);
  const aliases = new Map(scope.map(({ repositoryId, alias }) => [repositoryId, alias]));
  const objects = new Map([...issues, ...pulls].map((row) => [placeOf(row), row]));
  const itemOf = new Map(items.map((row) => [placeOf(row), row.id]));
  const gateOf = new Map(
    gates.map((gate) => [`${gate.repositoryId} ${gate.workflow}:${gate.job}`, gate]),
  );
  return (end) => {
    if (end.kind === "gap")
      return {
        end,
        label: gapName(end.number),
        title: null,
        item: end.number,
        gateId: null,
        url: null,
      };
    const alias = aliases.get(end.repositoryId) ?? "?";
    if (end.kind === "gate") {
      const gate = gateOf.get(`${end.repositoryId} ${end.gate}`);
      const file = end.gate.slice(end.gate.lastIndexOf("/") + 1);
      const title = gate?.name ?? null;
      return {
        end,
        label: `${alias} ${file}`,
        title,
        item: null,
        gateId: gate?.id ?? null,
        url: null,
      };
    }
    const row = objects.get(placeOf(end));
    return {
      end,
      label: `${alias}#${end.number}`,
      title: row?.title ?? null,
      item: itemOf.get(placeOf(end)) ?? null,
      gateId: null,
      url: sample ? null : (row?.url ?? null),
    };
  };
}

const placeOf = (row: { repositoryId: number | null; number: number | null }): string =>
  `${row.repositoryId}#${row.number}`;

/** The key under which the links that lead to an item are held. */
export const itemKey = (repositoryId: number, number: number): string =>
  keyOf({ kind: "pull", repositoryId, number });
