export type RepositoryFact = {
  /** The forge's own id: a rename or transfer keeps it. */
  readonly externalId: string;
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly url: string | null;
};
