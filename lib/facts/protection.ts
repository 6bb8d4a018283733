/** What a branch demands of a pull request before it may be merged. */
export type ProtectionFact = {
  /** Whether any check must have passed at all. */
  readonly checksRequired: boolean;
  /** The contexts that must have passed, as the forge writes them, patterns included; empty while checks are required means all of them, and empty where none are. */
  readonly contexts: readonly string[];
  readonly approvals: number;
  /** Whether somebody, administrators among them, may merge past it; null when the forge does not tell us. */
  readonly bypass: boolean | null;
};
