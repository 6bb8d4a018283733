export const FORGE_KINDS = ["git", "gitea", "forgejo", "github"] as const;
export type ForgeKind = (typeof FORGE_KINDS)[number];

// Gitea and Forgejo read the first directory that exists and ignore the others; GitHub knows only
// its own. A plain clone does not tell where it is served, and a repository that keeps a `.gitea`
// or `.forgejo` directory is served there: so the same order decides for it.
const DIRECTORIES: Readonly<Record<ForgeKind, readonly string[]>> = {
  github: [".github/workflows"],
  gitea: [".gitea/workflows", ".github/workflows"],
  forgejo: [".forgejo/workflows", ".gitea/workflows", ".github/workflows"],
  git: [".gitea/workflows", ".forgejo/workflows", ".github/workflows"],
};

/** The directory whose workflow files a forge runs, given all paths of the tree; null when there is none. Source: `[actions] WORKFLOW_DIRS` of Gitea and Forgejo. */
export function workflowDirectory(forge: ForgeKind, paths: Iterable<string>): string | null {
  const present = new Set<string>();
  for (const path of paths) {
    const end = path.lastIndexOf("/");
    if (end > 0 && /\.ya?ml$/.test(path)) present.add(path.slice(0, end));
  }
  return DIRECTORIES[forge].find((directory) => present.has(directory)) ?? null;
}

/** The workflow files that a forge runs: those that lie right in its deciding directory. */
export function decidingFiles<File extends { readonly path: string }>(
  forge: ForgeKind,
  files: readonly File[],
): readonly File[] {
  const directory = workflowDirectory(
    forge,
    files.map(({ path }) => path),
  );
  return files.filter(({ path }) => path.slice(0, path.lastIndexOf("/")) === directory);
}
