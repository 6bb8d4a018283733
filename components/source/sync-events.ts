/** What is used of a browser's EventSource. */
export type EventStream = {
  addEventListener: (type: "open" | "syncs" | "away" | "error", heard: () => void) => void;
  close: () => void;
  readonly readyState: number;
};

type Surroundings = {
  readonly open: () => EventStream;
  readonly isHidden: () => boolean;
  /** Calls at each change of it, until it is ended. */
  readonly onHidden: (heard: () => void) => () => void;
};

/** `live`: what changes is told; else it has to be asked for. `heard` grows with everything that may have changed. */
export type Told = { readonly live: boolean; readonly heard: number };

export const NOTHING_TOLD: Told = { live: false, heard: 0 };

const CLOSED = 2;
/** A browser opens a stream again that broke, but not one that was refused. */
const AGAIN_MS = 15_000;

type Heard = { readonly opened: () => void; readonly broke: () => void };

/** Opens one stream at a time, and again later where the server refused it; `shut` ends both. */
function createConnection({ open, isHidden }: Surroundings, { opened, broke }: Heard) {
  let stream: EventStream | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;

  const shut = () => {
    clearTimeout(again);
    stream?.close();
    stream = null;
    broke();
  };
  const start = () => {
    if (stream !== null || isHidden()) return;
    clearTimeout(again);
    const mine = open();
    stream = mine;
    const hear = () => {
      if (stream === mine) opened();
    };
    mine.addEventListener("open", hear);
    mine.addEventListener("syncs", hear);
    // A server that stops waits for all who ask it: until it may be there again, nobody does.
    mine.addEventListener("away", () => {
      if (stream !== mine) return;
      mine.close();
      stream = null;
      again = setTimeout(start, AGAIN_MS);
    });
    mine.addEventListener("error", () => {
      if (stream !== mine) return;
      broke();
      if (mine.readyState !== CLOSED) return;
      shut();
      again = setTimeout(start, AGAIN_MS);
    });
  };
  return { start, shut };
}

/**
 * One stream of what changes, however many listen: it is open while somebody does and the page can be
 * seen. What changed while it was not open is not known, so that opening it counts as a change.
 */
export function createSyncEvents(surroundings: Surroundings) {
  const { isHidden, onHidden } = surroundings;
  let told = NOTHING_TOLD;
  let stopWatching = () => {};
  const listeners = new Set<() => void>();
  const tell = (next: Told) => {
    told = next;
    for (const listener of listeners) listener();
  };
  const { start, shut } = createConnection(surroundings, {
    opened: () => tell({ live: true, heard: told.heard + 1 }),
    broke: () => {
      if (told.live) tell({ ...told, live: false });
    },
  });

  const leave = (listener: () => void) => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopWatching();
    shut();
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    if (listeners.size === 1) {
      stopWatching = onHidden(() => (isHidden() ? shut() : start()));
      start();
    }
    return () => leave(listener);
  };
  return { told: () => told, subscribe };
}
