/** Whether a tool that looks into a text that is known finds what it asks for; null when that cannot be told. */
export function finds(words: readonly (string | null)[], input: string | null): boolean | null {
  if (input === null || words.some((word) => word === null)) return null;
  const [name = "", ...given] = words.map((word) => word ?? "");
  if (/^[ef]?grep$/.test(name)) return greps(given, input);
  return name === "jq" ? queries(given, input) : null;
}

function greps(given: readonly string[], input: string): boolean | null {
  const flags = given.filter((word) => word.startsWith("-")).join("");
  const patterns = given.filter((word) => !word.startsWith("-"));
  const [pattern] = patterns;
  if (pattern === undefined || patterns.length > 1 || /[vcLf]/.test(flags)) return null;
  const words = pattern.split(/\\?\|/).map((word) => word.replace(/^[(^]+|[)$]+$/g, ""));
  // Anything but plain words side by side is a regular expression that is not worked out here.
  if (words.some((word) => /[.*+?[\]{}\\^$()]/.test(word))) return null;
  const fold = (text: string) => (flags.includes("i") ? text.toLowerCase() : text);
  return words.some((word) => fold(input).includes(fold(word)));
}

/** A query over the results of the jobs that were waited for: all of them one of some words, or any of them. */
function queries(given: readonly string[], input: string): boolean | null {
  const program = given.find((word) => !word.startsWith("-"));
  const results = [...input.matchAll(/"(success|failure|cancelled|skipped)"/g)].map(
    ([, word]) => word,
  );
  if (program === undefined || !given.some((word) => /^-\w*e|^--exit-status/.test(word)))
    return null;
  if (/\b(select|not|if|test|index|inside|IN)\b/.test(program)) return null;
  const same = wordsOf(program, /==\s*"(\w+)"/g);
  const other = wordsOf(program, /!=\s*"(\w+)"/g);
  if ((same.size === 0) === (other.size === 0)) return null;
  const fine = (word: string | undefined) =>
    same.size > 0 ? same.has(word ?? "") : !other.has(word ?? "");
  if (/\ball\b/.test(program)) return results.every(fine);
  return /\bany\b/.test(program) ? results.some(fine) : null;
}

function wordsOf(program: string, wanted: RegExp): ReadonlySet<string> {
  return new Set([...program.matchAll(wanted)].map(([, word]) => word ?? ""));
}
