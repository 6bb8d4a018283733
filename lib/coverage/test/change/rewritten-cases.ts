import type { Region } from "./count-regions.ts";
import type { Case } from "./scopes.ts";

type Renamed = { readonly old: Case; readonly now: Case };

/** Cases that got another name and assert something else: each is another case in the place of one. Where only a name that they use changed, and the title with it, nothing was rewritten. */
export function rewrittenCases(regions: readonly Region[]): readonly Case[] {
  const renamed = regions.flatMap(({ added, removed }) =>
    added.length === removed.length
      ? added.flatMap((now, index): Renamed[] => {
          const old = removed[index];
          return old ? [{ old, now }] : [];
        })
      : [],
  );
  if (renamed.length === 0) return [];
  // In a patch with little context the assertion is in a hunk of its own, headed by the old name.
  const byCase = new Map(renamed.map((pair) => [pair.now, pair]));
  const byName = new Map(renamed.map((pair) => [pair.old.name, pair]));
  const cases = new Set<Case>();
  for (const region of regions.filter(assertsElse)) {
    const own = region.added.flatMap((now) => (now.assertions > 0 ? (byCase.get(now) ?? []) : []));
    const headed = byName.get(region.assertions[0]?.around.case?.name ?? "");
    for (const pair of headed ? [...own, headed] : own) {
      if (!followsName(region, pair)) cases.add(pair.now);
    }
  }
  return [...cases];
}

function assertsElse({ strong, removedAssertions }: Region): boolean {
  return strong > 0 && removedAssertions.length > 0;
}

const COMPARED_AT_MOST = 100;
const ONE_WORD = /^\w+$/;

/** Whether the new assertions are the old ones with the part of the name that changed. */
function followsName(region: Region, { old, now }: Renamed): boolean {
  if (region.assertions.length > COMPARED_AT_MOST) return false;
  if (!ONE_WORD.test(old.name) || !ONE_WORD.test(now.name)) return false;
  const [from, to] = difference(old.name, now.name);
  if (from === "") return false;
  const same = (one: string, other: string) => one === other || one.replaceAll(from, to) === other;
  const before = region.removedAssertions.map(({ line }) => words(line.text));
  return region.assertions.every(({ line }) => {
    const after = words(line.text);
    return before.some(
      (some) =>
        some.length === after.length && after.every((word, at) => same(some[at] ?? "", word)),
    );
  });
}

function words(text: string): readonly string[] {
  return (
    text
      .slice(0, 400)
      .trim()
      .match(/\w+|\W+/g) ?? []
  );
}

function difference(one: string, other: string): readonly [string, string] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}
