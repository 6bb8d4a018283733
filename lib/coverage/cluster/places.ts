import { isProductCode, sortPath } from "../fix/sort-path.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Folders that only contain: what lies directly in one belongs to the folder around it. */
const CONTAINERS = words(
  "src lib libs internal pkg pkgs packages apps app cmd modules main java kotlin scala com org net io",
);

/** Folders that hold one kind of file of every subject: what lies directly in one is a subject of its own. */
const LAYERS = words(
  `adapters api apis assets commands common components config configs constants contexts controllers core drivers dto
entities extensions handlers helper helpers hooks integrations interfaces mappers middleware middlewares misc models nodes
pages plugins policies presenters processors providers queries repositories resources router routers routes schema schemas
screens serializers services shared store stores styles tasks templates types ui util utilities utils validators views
widgets workers`,
);

const LEVELS_MAX = 4;
// No system opens a longer one.
const PATH_MAX = 4096;

/** How many levels above a file's own place can still gather. */
export const LEVELS = LEVELS_MAX + 1;

/** Where a file lies: its own folder and those around it, nearest first, until a folder that only contains, one that holds a layer, or the root ends them. A file directly in a layer or at the root is a place of its own. */
export function placesOf(path: string): readonly string[] {
  if (path.length > PATH_MAX) return [];
  let place = parentOf(path);
  while (place !== "" && isIn(CONTAINERS, place)) place = parentOf(place);
  if (place === "" || isIn(LAYERS, place)) return [path];
  const places: string[] = [];
  while (
    place !== "" &&
    places.length < LEVELS &&
    !isIn(CONTAINERS, place) &&
    !isIn(LAYERS, place)
  ) {
    places.push(place);
    place = parentOf(place);
  }
  return places;
}

const isIn = (names: ReadonlySet<string>, place: string): boolean =>
  names.has(nameOf(place).toLowerCase());

/** How many folders of a place say what it is about. */
export function depthOf(place: string): number {
  return place.split("/").filter((name) => !CONTAINERS.has(name.toLowerCase())).length;
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The files of a fix that say what it repaired: of code, of workflows and what else is none of test, document, manifest or lock, but not the data that came with product code, which is often generated; where there is no such file, all. */
export function repairedPaths(paths: readonly string[]): readonly string[] {
  const known = kept.get(paths) ?? readRepaired(paths);
  kept.set(paths, known);
  return known;
}

// Every measure asks again.
const kept = new WeakMap<readonly string[], readonly string[]>();

function readRepaired(paths: readonly string[]): readonly string[] {
  const repaired = paths.filter((path) => !BESIDE.has(sortPath(path)));
  if (repaired.length === 0) return paths;
  if (!repaired.some(isProductCode)) return repaired;
  return repaired.filter((path) => isProductCode(path) || sortPath(path) !== "product");
}

const BESIDE: ReadonlySet<string> = new Set(["test", "docs", "manifest", "lock"]);
