import type { ClusterItem } from "./cluster-by-rules.ts";
import { LEVELS, placesOf, repairedPaths } from "./places.ts";
import { isCompound, scopesOf, titleWords } from "./title-words.ts";

export type ClusterFix = ClusterItem & {
  /** When it entered the program; later ones never move earlier ones. */
  readonly enteredAt: Date;
};

/** Files of a fix that lie in the same place. */
export type Touched = { readonly places: readonly string[]; readonly files: number };

/** What a fix says of its subject. */
export type Features = {
  /** How many files it repaired; 0 where they are not known or too far apart to tell anything. */
  readonly files: number;
  /** By the place where they lie. */
  readonly touched: ReadonlyMap<string, Touched>;
  /** Places around at least half of its files, with how many levels below them the files lie at most. */
  readonly around: ReadonlyMap<string, number>;
  readonly scopes: readonly string[];
  /** Those of its scopes that are names of folders around its files. */
  readonly folders: readonly string[];
  /** Compound words of its title. */
  readonly topics: readonly string[];
};

/** A fix that touches more places than this sweeps through the repository, and its files tell nothing. */
const SWEEP = 25;

/** Reads what a fix says of its subject; linear in its files. */
export function readFeatures({ paths, title }: ClusterFix): Features {
  const touched = touchedBy(repairedPaths(paths ?? []));
  const isSweep = touched.size > SWEEP;
  const all = isSweep ? [] : [...touched.values()];
  const files = all.reduce((sum, each) => sum + each.files, 0);
  const scopes = scopesOf(title);
  const lie = all.map(({ places }) => `/${places[0]?.toLowerCase()}/`);
  return {
    files,
    touched: isSweep ? new Map() : touched,
    around: aroundHalf(all, files),
    scopes,
    folders: scopes.filter((scope) => lie.some((place) => place.includes(`/${scope}/`))),
    topics: titleWords(title).filter(isCompound),
  };
}

function touchedBy(paths: readonly string[]): Map<string, Touched> {
  const touched = new Map<string, Touched>();
  for (const path of paths) {
    const places = placesOf(path);
    const [own] = places;
    if (own === undefined) continue;
    touched.set(own, { places, files: (touched.get(own)?.files ?? 0) + 1 });
  }
  return touched;
}

function aroundHalf(touched: readonly Touched[], files: number): ReadonlyMap<string, number> {
  const below = new Map<string, number[]>();
  for (const each of touched) {
    each.places.forEach((place, level) => {
      const counts = below.get(place) ?? Array.from({ length: LEVELS }, () => 0);
      counts[level] = (counts[level] ?? 0) + each.files;
      below.set(place, counts);
    });
  }
  const around = new Map<string, number>();
  for (const [place, counts] of below) {
    let sum = 0;
    const level = counts.findIndex((count) => {
      sum += count;
      return sum * 2 >= files;
    });
    if (level >= 0) around.set(place, level);
  }
  return around;
}
