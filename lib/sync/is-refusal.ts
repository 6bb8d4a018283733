import type { ForgeError } from "#/lib/forge/forge-error.ts";
import type { StreamName } from "#/lib/store/streams.ts";

const MUST_BE_THERE: readonly StreamName[] = ["pulls", "files", "patches"];

/** Whether a forge refuses one stream and not all of them. */
// A token may lack one right, and a repository may have no tracker, no runs or show no code; a refused
// token (401) ends the run. Of commits an answer that tells nothing leaves them unknown and nothing else.
export const isRefusal = ({ status, code, retryAt }: ForgeError, stream: StreamName): boolean =>
  retryAt === null &&
  (status === 403 ||
    (status === 404 && !MUST_BE_THERE.includes(stream)) ||
    (code === "failed" && stream === "commits"));
