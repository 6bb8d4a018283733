import type { Language } from "../language/language.ts";

export type Block = { readonly indent: number; readonly name: string };

const LINE_MAX = 500;
const DEPTH_MAX = 40;

/** The named blocks that a line stands in, itself included, outermost first, by those of the line above it; as far as indentation tells. */
export function enclosing(
  above: readonly Block[],
  text: string,
  language: Language,
): readonly Block[] {
  if (text.trim() === "") return above;
  const indent = text.length - text.trimStart().length;
  // What closes a block stands where it opened and still belongs to it.
  const closes = /^\s*[\])}]/.test(text);
  const open = above.filter(
    (block) => block.indent < indent || (closes && block.indent === indent),
  );
  const name = definitionOn(text, language);
  return name === null || open.length >= DEPTH_MAX ? open : [...open, { indent, name }];
}

/** The name that a line defines; null when it defines none. */
const definitionOn = (text: string, language: Language): string | null =>
  nameBy(language.definitions, text);

/** The name of the function that a line opens; null when it opens none. */
export const functionOn = (text: string, language: Language): string | null =>
  nameBy(language.functions, text);

function nameBy(patterns: readonly RegExp[], text: string): string | null {
  if (text.length > LINE_MAX) return null;
  for (const pattern of patterns) {
    const name = pattern.exec(text)?.[1];
    if (name) return name;
  }
  return null;
}
