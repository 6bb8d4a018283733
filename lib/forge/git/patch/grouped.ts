/** Items in order, in groups that together need at most so many different ids; an item that alone needs more is a group of its own. */
export function* grouped<Item>(
  items: readonly Item[],
  idsOf: (item: Item) => readonly string[],
  most: number,
): Generator<{ readonly items: readonly Item[]; readonly ids: readonly string[] }> {
  let group: Item[] = [];
  let ids = new Set<string>();
  for (const item of items) {
    const own = idsOf(item);
    const more = new Set(own.filter((id) => !ids.has(id)));
    if (group.length > 0 && more.size > 0 && ids.size + more.size > most) {
      yield { items: group, ids: [...ids] };
      group = [];
      ids = new Set();
    }
    group.push(item);
    for (const id of own) ids.add(id);
  }
  if (group.length > 0) yield { items: group, ids: [...ids] };
}
