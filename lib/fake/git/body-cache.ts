export type BodyCache = {
  get(id: string): Buffer | null;
  set(id: string, body: Buffer): void;
};

const BYTES_MOST = 48 * 1024 * 1024;

/** The bodies that were used last, since the next commit builds on them. */
export function createBodyCache(): BodyCache {
  const held = new Map<string, Buffer>();
  let bytes = 0;
  return {
    get(id) {
      const body = held.get(id);
      if (!body) return null;
      held.delete(id);
      held.set(id, body);
      return body;
    },
    set(id, body) {
      if (held.has(id)) return;
      held.set(id, body);
      bytes += weightOf(body);
      if (bytes <= BYTES_MOST) return;
      // Many at once: a map's first entries are slow to reach while those before them have just gone.
      for (const [oldest, old] of held) {
        if (bytes <= BYTES_MOST / 2) break;
        held.delete(oldest);
        bytes -= weightOf(old);
      }
    },
  };
}

// A buffer's own bookkeeping weighs about this much beside its bytes.
const weightOf = (body: Buffer): number => body.length + 250;
