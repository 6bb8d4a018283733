/** A virtual clock in whole seconds, because the forge stores no fractions. */
export type FakeClock = { now: () => string; advance: (seconds: number) => void };

/** Starts a clock that stands still until it is advanced. */
export function createClock(startAt: string): FakeClock {
  let epochSeconds = Math.floor(Date.parse(startAt) / 1000);
  return {
    now: () => wholeSeconds(epochSeconds),
    advance: (seconds) => {
      epochSeconds += Math.floor(seconds);
    },
  };
}

function wholeSeconds(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().replace(".000Z", "Z");
}
