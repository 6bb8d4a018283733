import type { ChangeFacts, ChangeId } from "../lineage/change-facts.ts";
import { readChange } from "../lineage/read-change.ts";

type More = Partial<ChangeFacts> & { readonly body?: string | null };

/** The id of the commit that a test's pull request was merged by. */
export const shaOf = (number: number): string => `${number}`.padStart(3, "a").padEnd(40, "0");

/** A merged pull request by its words, merged on the day of its number. */
export const merged = (number: number, title: string, more: More = {}): ChangeFacts =>
  change(number, title, { sha: shaOf(number), ...day(number), ...more });

/** A pushed commit by its words, of a day as pull requests are. */
export const pushed = (sha: string, on: number, title: string, more: More = {}): ChangeFacts =>
  change(sha, title, { sha, ...day(on), ...more });

const day = (number: number) => ({ at: new Date(Date.UTC(2026, 0, number)) });

const change = (id: ChangeId, title: string, { body = null, ...more }: More): ChangeFacts =>
  readChange({
    id,
    title,
    body,
    baseRef: null,
    sha: null,
    at: new Date(0),
    patchDigest: null,
    ...more,
  });
