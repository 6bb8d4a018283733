export type NamedNumber = {
  /** The repository's alias or name in front, as in `cp#741`; null for a bare `#741`. */
  readonly alias: string | null;
  readonly number: number;
};

// Every quantifier is bounded or starts where the last match ended: a line may have a megabyte.
const ADDRESS = /(?<![a-z\d+.-])[a-z][a-z\d+.-]{0,30}:\/\/\S+/gi;
// Four to eight hex digits of which one is a letter are a colour; so is a number in a style.
const REFERENCE = /(?<![\w#&])([A-Za-z][\w.-]{0,99}(?:\/[\w.-]{1,100})?)?#(\d{1,9})(?![\w])/g;
const STYLE = /(?:color|background|fill|stroke|border)[\w-]{0,20}\s{0,2}[:=]\s{0,2}["']?#\d+/gi;

/** The issue and pull request numbers written `#N` or `alias#N` in texts, each once, in the order met; none from addresses or colours. */
export function namedNumbers(texts: readonly string[]): readonly NamedNumber[] {
  const found = new Map<string, NamedNumber>();
  for (const text of texts) {
    const plain = text.replace(ADDRESS, " ").replace(STYLE, " ");
    for (const [, alias = null, digits = ""] of plain.matchAll(REFERENCE)) {
      const number = Number(digits);
      if (number > 0) found.set(`${alias?.toLowerCase() ?? ""}#${number}`, { alias, number });
    }
  }
  return [...found.values()];
}
