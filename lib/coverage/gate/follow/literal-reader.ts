import type { LiteralToken } from "./literal-tokens.ts";

export type Reader = {
  readonly tokens: readonly LiteralToken[];
  /** Where the value of each `const` at any level starts. */
  readonly names: ReadonlyMap<string, number>;
  at: number;
  depth: number;
  steps: number;
};

/** To the end of a value: a comma or a closing sign of the same level. */
export function skipValue(reader: Reader): void {
  for (let open = 0; reader.at < reader.tokens.length; reader.at += 1) {
    const { kind, text } = reader.tokens[reader.at] ?? { kind: "sign", text: "" };
    if (kind !== "sign") continue;
    if (open === 0 && /^[,;})\]]$/.test(text)) return;
    if (/^[{([]$/.test(text)) open += 1;
    if (/^[})\]]$/.test(text)) open -= 1;
  }
}

/** To the next such sign of the same level. */
export function skipTo(reader: Reader, closer: string): void {
  for (let open = 0; reader.at < reader.tokens.length; reader.at += 1) {
    const { kind, text } = reader.tokens[reader.at] ?? { kind: "sign", text: "" };
    if (kind !== "sign") continue;
    if (open === 0 && text === closer) return;
    if (/^[{([]$/.test(text)) open += 1;
    if (/^[})\]]$/.test(text)) open -= 1;
  }
}

/** Past a value, at least by one sign. */
export function skipPast(reader: Reader): void {
  const start = reader.at;
  skipValue(reader);
  if (reader.at === start) reader.at += 1;
}
