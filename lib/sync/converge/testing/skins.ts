/** A forge as it is pretended to be. */
export type Skin = {
  readonly name: string;
  readonly kind: "gitea" | "github";
  /** Of the server; GitHub has none. */
  readonly version: string;
};

/** Every forge that the proof is made for; a seed belongs to the one at its remainder. */
export const SKINS: readonly Skin[] = [
  { name: "Gitea 1.22.6", kind: "gitea", version: "1.22.6" },
  { name: "Gitea 1.25.5", kind: "gitea", version: "1.25.5" },
  { name: "Gitea 1.27.0", kind: "gitea", version: "1.27.0" },
  { name: "Forgejo 16", kind: "gitea", version: "16.0.1+gitea-1.22.0" },
  { name: "Forgejo 11", kind: "gitea", version: "11.0.3+gitea-1.22.0" },
  { name: "GitHub", kind: "github", version: "1.27.0" },
];

/** The forge of a seed. */
export function skinOf(seed: number): Skin {
  const skin = SKINS[seed % SKINS.length];
  if (!skin) throw new Error(`${seed} is no seed.`);
  return skin;
}
