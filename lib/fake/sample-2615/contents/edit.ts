/** What one pull request does to one file, as far as its text follows from it. */
export type Edit = {
  readonly title: string;
  /** The title without its type and scope. */
  readonly subject: string;
  /** The words that the function is named after which the change is about. */
  readonly words: readonly string[];
  /** Whether the pull request adds the file. */
  readonly creates: boolean;
  /** Whether it is merged at the moment that the text is of. */
  readonly isDone: boolean;
  /** What a test of it calls; null where the pull request changes no code. */
  readonly target: Target | null;
};

/** A function of the product that a pull request changes. */
export type Target = { readonly path: string; readonly words: readonly string[] };

/** A file at a moment: what it is called, in which repository, and what was done to it, oldest first. */
export type FileAt = {
  readonly repository: string;
  readonly path: string;
  readonly edits: readonly Edit[];
  /** What is above the edits; null where nothing was written by hand. */
  readonly written: string | null;
};
