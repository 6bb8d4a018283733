/** The one place where a front door reads the time. */
export const readClock = (): Date => new Date();
