/** Results in the order of their items; the next one is under way while one is worked on. */
export async function* oneAhead<Item, Result>(
  items: Iterable<Item>,
  begin: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  let ahead: Promise<Result> | null = null;
  for (const item of items) {
    const current: Promise<Result> | null = ahead;
    ahead = begin(item);
    // Whoever stops early never asks for it.
    ahead.catch(() => {});
    if (current) yield await current;
  }
  if (ahead) yield await ahead;
}
