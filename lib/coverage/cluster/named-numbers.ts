export type NamedNumber = {
  /** The repository's alias or name in front, as in `cp#741`; null for a bare `#741`. */
  readonly alias: string | null;
  readonly number: number;
};

const ADDRESS = /\b[a-z][a-z\d+.-]*:\/\/\S+/gi;
// Four to eight hex digits of which one is a letter are a colour; so is a number in a style.
const REFERENCE = /(?<![\w#&])([A-Za-z][\w.-]*(?:\/[\w.-]+)?)?#(\d{1,9})(?![\w])/g;
const STYLE = /(?:color|background|fill|stroke|border)[\w-]*\s*[:=]\s*["']?#\d+/gi;

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
