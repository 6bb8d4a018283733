/** One step of a pattern: what it takes of a text, whether it may do so again, and how many steps may be left out from here on. */
export type Atom = {
  readonly takes: (sign: string) => boolean;
  readonly repeats: boolean;
  readonly skips: readonly number[];
};

export const one = (takes: Atom["takes"]): Atom => ({ takes, repeats: false, skips: [] });
export const sign = (wanted: string): Atom => one((given) => given === wanted);
export const star = (takes: Atom["takes"]): Atom => ({ takes, repeats: true, skips: [1] });

/** Whether a whole text fits a pattern; the work is at most the length of the one times that of the other, whatever the pattern is. */
export function fits(atoms: readonly Atom[], text: string): boolean {
  let states = new Set<number>();
  enter(atoms, 0, states);
  for (const given of text) {
    const next = new Set<number>();
    for (const state of states) {
      const atom = atoms[state];
      if (!atom?.takes(given)) continue;
      enter(atoms, state + 1, next);
      if (atom.repeats) next.add(state);
    }
    if (next.size === 0) return false;
    states = next;
  }
  return states.has(atoms.length);
}

function enter(atoms: readonly Atom[], state: number, states: Set<number>): void {
  const open = [state];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    states.add(at);
    for (const skip of atoms[at]?.skips ?? []) if (!states.has(at + skip)) open.push(at + skip);
  }
}
