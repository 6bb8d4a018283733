import type { TestKind } from "../policy.ts";

/** One test file whose harness was seen; null where it showed none. */
export type SeenTest = { readonly path: string; readonly kind: TestKind | null };

/** What a repository's own layout says of its tests: the kind of a folder or family of folders. */
export type Conventions = ReadonlyMap<string, TestKind>;

export const NO_CONVENTIONS: Conventions = new Map();

const SEEN_MIN = 3;
const SHARE_MIN = 0.6;

/** The kinds that folders of a repository have by the tests that were seen in them: at least three files, of which six in ten show the same harness; files that show none count against it. */
export function learnConventions(seen: readonly SeenTest[]): Conventions {
  const kinds = new Map<string, Map<TestKind | "none", Set<string>>>();
  for (const { path, kind } of seen) {
    for (const family of familiesOf(path)) {
      const counts = kinds.get(family) ?? new Map<TestKind | "none", Set<string>>();
      kinds.set(family, counts);
      const paths = counts.get(kind ?? "none") ?? new Set<string>();
      counts.set(kind ?? "none", paths.add(path));
    }
  }
  const learned = new Map<string, TestKind>();
  for (const [family, counts] of kinds) {
    const all = new Set([...counts.values()].flatMap((paths) => [...paths])).size;
    for (const [kind, paths] of counts) {
      if (kind !== "none" && paths.size >= SEEN_MIN && paths.size / all >= SHARE_MIN) {
        learned.set(family, kind);
      }
    }
  }
  return learned;
}

/** The kind that the layout gives a test, by its own folder first and then by its family; null when nothing was learned of either. */
export function kindByConvention(
  path: string,
  conventions: Conventions,
): { readonly kind: TestKind; readonly family: string } | null {
  for (const family of familiesOf(path)) {
    const kind = conventions.get(family);
    if (kind) return { kind, family };
  }
  return null;
}

const DEPTH_MAX = 8;
const TEST_FOLDER = /^(__tests__|tests?|specs?)$/i;

/** The folder that a file lies in and the test folders around it, the innermost first, each with the families that it belongs to: with any one part between its first and its last left open. */
function familiesOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1).slice(0, DEPTH_MAX);
  return parts.flatMap((_, index) => {
    const folder = parts.slice(0, parts.length - index);
    if (index > 0 && !TEST_FOLDER.test(folder.at(-1) ?? "")) return [];
    const open = folder
      .slice(1, -1)
      .map((_part, middle) => folder.map((part, at) => (at === middle + 1 ? "*" : part)).join("/"));
    return [folder.join("/"), ...open];
  });
}
