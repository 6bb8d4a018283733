/** One rule that fired while a pull request was judged, where it looked and what it found. */
export type Step = {
  readonly about: "fix" | "test" | "reach" | "rung";
  readonly rule: string;
  /** One sentence for a person. */
  readonly note: string;
  readonly path: string | null;
  /** Line in the file after the change, or in the workflow file; null when it is about the whole. */
  readonly line: number | null;
};

/** A step as `rule: sentence`. */
export const sayStep = ({ rule, note }: Step): string => `${rule}: ${note}`;
