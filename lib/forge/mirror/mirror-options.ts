import type { Env } from "#/lib/env.ts";

/** How a forge is served from a mirror: one repository of it, in a folder of its own. */
export type MirrorOptions = {
  /** Where git finds a repository: the address that the operator gave and `/owner/name.git`, never what the forge calls itself. */
  readonly cloneUrl: (repository: string) => string;
  /** Where a person sees a commit; without it direct commits from git have no address. */
  readonly commitUrl?: (repository: string, sha: string) => string;
  readonly token: string | null;
  /** The name of the mirror's folder: the same for the same repository of the same source, whatever it is called. */
  readonly key: string;
  /** Where mirrors are kept. */
  readonly directory: string;
  /** How large all mirrors together may become. */
  readonly bytesMax: number;
  /** Ends what is under way, as when a worker stops. */
  readonly signal?: AbortSignal;
  /** Where requests may go and whom they trust; the environment's own settings unless given. */
  readonly network?: Pick<Env, "privateAddresses" | "GATELINE_CA_FILE">;
  /** Milliseconds between two looks at the size of what is being fetched. */
  readonly watchMs?: number;
};
