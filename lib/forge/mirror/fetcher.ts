import { type Known, unknown } from "#/lib/facts/known.ts";
import { bringUp } from "./bring-up.ts";
import type { MirrorFolder } from "./mirror-folder.ts";
import type { MirrorOptions } from "./mirror-options.ts";

const AGAIN_MAX = 3;

/** The fetches of one Forge: one, and few more where something came since. */
export type Fetcher = {
  /** What the fetch came to; null where there was none yet. */
  current(): Promise<Known<string>> | null;
  /** The folder after the fetch, which is made now where it was not yet. */
  once(repository: string): Promise<Known<string>>;
  /** Fetches once more, unless the last fetch began after this moment. */
  again(repository: string, moment: number): Promise<void>;
  /** Says that what was fetched is broken: it is made anew at the next question, and given up the second time. */
  renew(why: string): void;
};

/** Fetches into a mirror's folder, all that ask at once sharing one fetch. */
export function fetcher(options: MirrorOptions, folder: MirrorFolder): Fetcher {
  let under: Promise<Known<string>> | null = null;
  let begunAt = 0;
  let more = 0;
  let isRenewed = false;
  const fetchNow = (repository: string): Promise<Known<string>> => {
    begunAt = Date.now();
    under = bringUp(options, folder, repository);
    return under;
  };
  return {
    current: () => under,
    async once(repository) {
      options.signal?.throwIfAborted();
      return await (under ?? fetchNow(repository));
    },
    async again(repository, moment) {
      if (begunAt >= moment || more >= AGAIN_MAX) return;
      more += 1;
      const before = under;
      const found = await fetchNow(repository);
      // What was fetched before is as good as it was.
      if (!found.known) under = before;
    },
    renew(why) {
      under = isRenewed ? Promise.resolve(unknown(why)) : null;
      isRenewed = true;
    },
  };
}
