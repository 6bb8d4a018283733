type Stream = {
  readonly stream: string;
  readonly completedAt: Date | null;
  readonly refusal: string | null;
};

const NAMES = {
  workflows: "workflow files",
  sources: "files",
  protection: "demands of its default branch",
} as const;

/** Why something of a repository is not known; null where the last pass read it. */
export function whyNotRead(
  streams: readonly Stream[],
  name: keyof typeof NAMES,
  syncEnabled: boolean,
): string | null {
  const own = streams.find(({ stream }) => stream === name);
  if (own?.refusal) return own.refusal;
  if (own?.completedAt) return null;
  return syncEnabled ? `Its ${NAMES[name]} were not read yet.` : "Sync is switched off for it.";
}
