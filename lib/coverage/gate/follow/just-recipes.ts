/** A recipe of a file of tasks. */
export type Recipe = {
  readonly lines: readonly { readonly text: string; readonly line: number }[];
  /** Recipes that run first. */
  readonly needs: readonly string[];
  readonly params: readonly string[];
};

type Line = { text: string; line: number };

const HEAD = /^@?([\w-]+)((?:\s+[^:]{1,300})?)\s*:(?!=)([^]*)$/;

/** The recipes of a justfile by name. */
export function justRecipes(text: string): ReadonlyMap<string, Recipe> {
  const recipes = new Map<string, Recipe>();
  let open: Line[] | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\s+\S/.test(line)) {
      const last: Line | undefined = open?.at(-1);
      if (last?.text.endsWith("\\")) last.text = `${last.text.slice(0, -1)} ${line.trim()}`;
      else open?.push({ text: line.trim(), line: index + 1 });
      continue;
    }
    if (line.trim() === "" || line.startsWith("#") || line.startsWith("[")) continue;
    const [, name, params = "", needs = ""] = HEAD.exec(line.slice(0, 2000)) ?? [];
    open = null;
    if (name === undefined) continue;
    open = [];
    recipes.set(name, { lines: open, params: namesIn(params), needs: needsIn(needs) });
  }
  return recipes;
}

const wordsIn = (text: string): readonly string[] =>
  text.split(/\s+/).filter((word) => word !== "");

const namesIn = (params: string): readonly string[] =>
  wordsIn(params).map((word) => word.replace(/^[*+$]+|=.*$/g, ""));

/** Recipes by name; what is handed to them stands in brackets and quotes. */
function needsIn(text: string): readonly string[] {
  const bare = text.replace(/#[^]*$/, "").replace(/[()]|"[^"]*"|'[^']*'/g, " ");
  return wordsIn(bare).filter((word) => /^[\w-]+$/.test(word));
}

/** A plain variable of a justfile, `name := "value"`; null where it has none of the name. */
export function justVariable(text: string, name: string): string | null {
  if (!/^\w{1,60}$/.test(name)) return null;
  const found = new RegExp(`^${name}[ \\t]*:=[ \\t]*["']([^"'\\n]*)["']`, "m").exec(text);
  return found?.[1] ?? null;
}
