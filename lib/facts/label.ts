/** A label that a repository has, its owner's among them. */
export type LabelFact = {
  readonly externalId: string;
  readonly name: string;
  readonly description: string | null;
  /** Six hexadecimal digits without a sign before them; null where it has none. */
  readonly color: string | null;
};
