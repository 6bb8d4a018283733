type Noted = { readonly depth: number; readonly type: number };

/** Where each entry lies, how long its chain is and what it holds. */
export type EntryPlaces = {
  add(position: number, noted: Noted): void;
  get(place: number): number;
  depthOf(place: number): number;
  typeOf(place: number): number;
};

/** Flat arrays, since there may be a million. */
export function createEntryPlaces(): EntryPlaces {
  let positions = new Float64Array(256);
  let notes = new Uint8Array(256);
  let count = 0;
  return {
    add(position: number, { depth, type }: Noted): void {
      if (count === positions.length) {
        const [wider, more] = [new Float64Array(count * 2), new Uint8Array(count * 2)];
        wider.set(positions);
        more.set(notes);
        [positions, notes] = [wider, more];
      }
      positions[count] = position;
      notes[count] = depth * 4 + type;
      count += 1;
    },
    get: (place: number): number => positions[place] ?? 0,
    depthOf: (place: number): number => (notes[place] ?? 0) >> 2,
    typeOf: (place: number): number => (notes[place] ?? 0) & 3,
  };
}
