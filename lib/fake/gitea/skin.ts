/** Which forge and release the store pretends to be: one core, with other fields, endpoints and traps. */
export type Skin = {
  /** Whether it is Gitea 1.N of this N or a later one; Forgejo never is. */
  isGitea: (from: number) => boolean;
  /** Whether it is Forgejo of this release or a later one; Gitea never is. */
  isForgejo: (from: number) => boolean;
};

const skins = new Map<string, Skin>();

/** Reads the version as clients do: what carries `+gitea-` is Forgejo. Throws where it is no version. */
export function skinOf({ version }: { version: string }): Skin {
  const known = skins.get(version) ?? readSkin(version);
  skins.set(version, known);
  return known;
}

function readSkin(version: string): Skin {
  const [, major, minor] = /^(\d+)\.(\d+)\.\d+/.exec(version) ?? [];
  if (major === undefined || minor === undefined) {
    throw new Error(
      `${version} is no version of a forge; write it like 1.27.0 or 16.0.1+gitea-1.22.0.`,
    );
  }
  const isForgejo = version.includes("+gitea-");
  return {
    isGitea: (from) => !isForgejo && Number(minor) >= from,
    isForgejo: (from) => isForgejo && Number(major) >= from,
  };
}
