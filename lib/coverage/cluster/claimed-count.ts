const IN_BRACKETS = /\((\d{1,5})(?:\s{1,3}(?:of|\/|out of)\s{1,3}\d{1,6})?(?:\s[^()\d]{0,60})?\)/g;
const OF_ALL = /(?<![\w.#])(\d{1,5})\s{1,3}(?:of|out of)\s{1,3}\d{1,6}(?!\w)/g;

/** How many gaps a heading claims to gather, as in "(5)", "(24 of 41 gaps)" or "24 of 41"; null where it says none, or several. */
export function claimedCount(heading: string): number | null {
  const start = heading.slice(0, 500);
  const said = [...start.matchAll(IN_BRACKETS), ...start.matchAll(OF_ALL)].map(([, digits]) =>
    Number(digits),
  );
  const [count, ...others] = [...new Set(said)].filter((each) => each > 0 && !isYear(each));
  return count === undefined || others.length > 0 ? null : count;
}

const isYear = (count: number): boolean => count >= 1900 && count <= 2100;
