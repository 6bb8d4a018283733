const GROWTH = 4;
const MOST = 60;

/**
 * How long to wait after the nth try that failed, in milliseconds: anything up to a bound that grows from
 * the first wait to sixty times of it, so that many who failed together do not come back together.
 */
export function backoffMs(attempt: number, firstMs: number, random = Math.random()): number {
  return random * firstMs * Math.min(GROWTH ** (attempt - 1), MOST);
}
