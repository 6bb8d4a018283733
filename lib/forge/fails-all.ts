import { ForgeError } from "./forge-error.ts";

/** Whether what went wrong with one question goes wrong with every other: the token is refused, or a limit is used up. */
export const failsAll = (error: unknown): boolean =>
  !(error instanceof ForgeError) || error.status === 401 || error.retryAt !== null;

/** Whether the forge says that it does not have what was asked for. */
export const isGone = (error: unknown): boolean =>
  error instanceof ForgeError && (error.status === 404 || error.status === 410);

/** Whether the token may not have this; a limit that is used up has the same status and is not it. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof ForgeError && error.status === 403 && error.retryAt === null;

/** Whether the server may not know the question at all. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof ForgeError && (error.status === 404 || error.status === 405);
