// A URL scheme looks like a type (`http://…`), hence no slashes after the colon.
const CONVENTIONAL = /^\s*([a-z][\w-]*)(?:\(([^)]*)\))?(!)?:(?!\/\/)\s*(.*)$/is;

export type Title = {
  /** Lower case; null when the title is not a conventional one. */
  readonly type: string | null;
  /** As written; null when there is none. */
  readonly scope: string | null;
  readonly breaking: boolean;
  readonly subject: string;
};

/** Splits a conventional title, `type(scope)!: subject`; of any other title everything is subject and `type` is null. Source: conventionalcommits.org 1.0.0. */
export function readTitle(title: string): Title {
  const parts = CONVENTIONAL.exec(title);
  const type = parts?.[1];
  if (!parts || type === undefined) {
    return { type: null, scope: null, breaking: false, subject: title.trim() };
  }
  return {
    type: type.toLowerCase(),
    scope: parts[2]?.trim() || null,
    breaking: parts[3] !== undefined,
    subject: (parts[4] ?? "").trim(),
  };
}
