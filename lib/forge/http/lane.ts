import { type Answered, type Pace, paceAfter, startingPace } from "./pace.ts";

/** Says how the request went, null where none went out, and lets the next one in. */
export type Leave = (answered: Answered | null) => void;

/** The way to one forge, on which only so many go at once. */
export type Lane = {
  /** Waits for a turn, first come first served; an aborted signal throws its reason and leaves the queue. */
  enter(signal?: AbortSignal): Promise<Leave>;
  width(): number;
};

/** A lane that begins with two at once and never has more than `max`. */
export function openLane(max: number): Lane {
  const queue = new Set<() => void>();
  let pace: Pace = startingPace(max);
  let active = 0;
  const admit = (): void => {
    for (const begin of queue) {
      if (active >= Math.floor(pace.width)) return;
      queue.delete(begin);
      active += 1;
      begin();
    }
  };
  const leave: Leave = (answered) => {
    active -= 1;
    if (answered !== null) pace = paceAfter(pace, answered, max, active);
    admit();
  };
  const enter = async (signal?: AbortSignal): Promise<Leave> => {
    signal?.throwIfAborted();
    const turn = Promise.withResolvers<void>();
    const giveUp = () => {
      // Who has a turn already keeps it: the request itself ends by the same signal.
      if (queue.delete(turn.resolve)) turn.reject(signal?.reason);
    };
    signal?.addEventListener("abort", giveUp, { once: true });
    queue.add(turn.resolve);
    admit();
    try {
      await turn.promise;
    } finally {
      signal?.removeEventListener("abort", giveUp);
    }
    return leave;
  };
  return { enter, width: () => Math.floor(pace.width) };
}

const lanes = new Map<string, Lane>();

/** The lane of this name that the whole process shares. */
export function laneOf(name: string, max: number): Lane {
  const held = lanes.get(name) ?? openLane(max);
  lanes.set(name, held);
  return held;
}
