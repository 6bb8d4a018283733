/** A value that a configuration says outright; `open` is what only running it would tell. */
export type Literal =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "regex"; readonly source: string; readonly ignoreCase: boolean }
  | { readonly kind: "list"; readonly members: readonly Literal[]; readonly whole: boolean }
  | {
      readonly kind: "record";
      readonly entries: ReadonlyMap<string, Literal>;
      readonly whole: boolean;
    }
  | { readonly kind: "plain"; readonly value: number | boolean | null }
  | { readonly kind: "open" };

/** What only running the file would tell. */
export const OPEN: Literal = { kind: "open" };

/** `path.join(__dirname, "a")`: the folder of the file is what all paths start from. */
export function joined(args: readonly Literal[]): Literal {
  const parts = args.flatMap((arg) => (arg.kind === "text" ? [arg.text] : []));
  return parts.length >= args.length - 1 && parts.length > 0
    ? { kind: "text", text: `./${parts.join("/")}`.replace(/^\.\/\.\//, "./") }
    : OPEN;
}

/** Records laid over one another, inner ones too. */
export function merged(args: readonly Literal[]): Literal {
  const entries = new Map<string, Literal>();
  let whole = true;
  for (const arg of args) {
    if (arg.kind !== "record") {
      whole = false;
      continue;
    }
    whole &&= arg.whole;
    for (const [key, value] of arg.entries) {
      const before = entries.get(key);
      const both = before?.kind === "record" && value.kind === "record";
      entries.set(key, both ? merged([before, value]) : value);
    }
  }
  return { kind: "record", entries, whole };
}
