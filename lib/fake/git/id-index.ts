/** Ids in the order in which they came. A hash table over bytes, since a million strings weigh four times as much. */
export type IdIndex = {
  /** The place of an id in that order; -1 where it is not there. */
  find(id: Uint8Array): number;
  /** Adds an id that is not there. */
  add(id: Uint8Array): number;
  count(): number;
};

const LENGTH = 20;

export function createIdIndex(): IdIndex {
  let ids = new Uint8Array(LENGTH * 256);
  let slots = new Uint32Array(512);
  let count = 0;

  const isAt = (place: number, id: Uint8Array): boolean => {
    for (let index = 0; index < LENGTH; index += 1) {
      if (ids[place * LENGTH + index] !== id[index]) return false;
    }
    return true;
  };

  // The slot of an id, or the free one where it would stand. Ids are hashes, so their first bytes are spread.
  function slotOf(id: Uint8Array): number {
    let slot = first4(id, 0) & (slots.length - 1);
    for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
      if (isAt(held - 1, id)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  function grow(): void {
    const more = new Uint8Array(ids.length * 2);
    more.set(ids);
    ids = more;
    slots = new Uint32Array(slots.length * 2);
    for (let place = 0; place < count; place += 1) {
      slots[slotOf(ids.subarray(place * LENGTH, (place + 1) * LENGTH))] = place + 1;
    }
  }

  return {
    find: (id) => (slots[slotOf(id)] ?? 0) - 1,
    add(id) {
      if (count * LENGTH === ids.length) grow();
      ids.set(id, count * LENGTH);
      slots[slotOf(id)] = count + 1;
      count += 1;
      return count - 1;
    },
    count: () => count,
  };
}

const first4 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 24) |
  ((bytes[at + 1] ?? 0) << 16) |
  ((bytes[at + 2] ?? 0) << 8) |
  (bytes[at + 3] ?? 0);
