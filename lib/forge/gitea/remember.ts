export type Memory<Value> = {
  /** What is held under the key, or what `read` gives and is held from then on; one that fails is not held, and whoever asks meanwhile waits for the same answer. */
  get(key: string, read: () => Promise<Value>): Promise<Value>;
  forget(key: string): void;
};

/** Holds answers for so many milliseconds, of no more than so many keys: the oldest goes first. */
export function remember<Value>(input: {
  forMs: number;
  keysMax: number;
  now: () => number;
}): Memory<Value> {
  const held = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();
  return {
    get(key, read) {
      const found = held.get(key);
      if (found && found.until > input.now()) return found.value;
      const value = read();
      held.delete(key);
      held.set(key, { until: input.now() + input.forMs, value });
      for (const oldest of held.keys()) {
        if (held.size <= input.keysMax) break;
        held.delete(oldest);
      }
      value.catch(() => {
        if (held.get(key)?.value === value) held.delete(key);
      });
      return value;
    },
    forget: (key) => {
      held.delete(key);
    },
  };
}
