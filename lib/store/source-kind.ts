export const SOURCE_KINDS = ["gitea", "github", "git"] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a stored source is; a kind that is not known is a forge of the first family. */
export const kindOf = ({ kind }: { kind: string }): SourceKind =>
  SOURCE_KINDS.find((each) => each === kind) ?? "gitea";
