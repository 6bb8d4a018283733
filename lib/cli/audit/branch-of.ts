/** The branch of a clone's commit as far as its history tells: that of the line of first parents, or null beside it, where it may have been merged to any. */
export const branchOf = (onLine: boolean): string | null => (onLine ? "HEAD" : null);
