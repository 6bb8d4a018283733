import { type GapFilter, UNCLUSTERED } from "#/lib/contract/gap-filter.ts";
import type { GapsView } from "#/lib/contract/gaps.ts";

export type Chip = {
  readonly id: string;
  readonly label: string;
  /** The filter once this chip is taken away. */
  readonly without: GapFilter;
};

const LISTS = ["repo", "cluster", "rung", "state"] as const;
const NAMES = { repo: "Repository", cluster: "Cluster", rung: "Reaches", state: "Claim" } as const;

const SINGLE_NAMES = { part: "Part", owner: "Owner", sweep: "Sweep" } as const;

/** One removable chip for each filter that is neither a verdict nor the measure; those have controls of their own. */
export function prepareChips(filter: GapFilter, choices: GapsView["choices"]): Chip[] {
  const nameOf = (key: (typeof LISTS)[number], value: string) => {
    if (key !== "cluster") return value;
    if (value === UNCLUSTERED) return "unclustered";
    return choices.clusters.find((cluster) => cluster.key === value)?.name ?? value;
  };
  const listed = LISTS.flatMap((key) =>
    filter[key].map((value) => ({
      id: `${key}:${value}`,
      label: `${NAMES[key]}: ${nameOf(key, value)}`,
      without: { ...filter, [key]: filter[key].filter((other) => other !== value), page: 1 },
    })),
  );
  const single = (["part", "owner", "sweep"] as const).flatMap((key) => {
    const value = filter[key];
    if (value === undefined || value === "") return [];
    const { [key]: _, ...rest } = filter;
    const label = `${SINGLE_NAMES[key]}: ${value}`;
    return [{ id: key, label, without: { ...rest, page: 1 } }];
  });
  return [...listed, ...single, ...gateChips(filter, choices)];
}

function gateChips(filter: GapFilter, choices: GapsView["choices"]): Chip[] {
  const { gate, ...rest } = filter;
  if (gate === undefined) return [];
  const name = choices.gate?.id === gate ? choices.gate.name : `${gate}, which is gone`;
  return [{ id: "gate", label: `Gate: ${name}`, without: { ...rest, page: 1 } }];
}
