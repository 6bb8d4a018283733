import type { Endpoint, ForgeObject } from "./endpoint.ts";
import type { Certainty, ResolvedBy } from "./link.ts";

/** A repository of a program, as far as references to it go. */
export type LinkRepository = {
  readonly id: number;
  readonly fullName: string;
  readonly alias: string;
  /** Its address on the forge; null where it is not known, as of a clone. */
  readonly url: string | null;
  /** What has the number; null when nothing that was read has. */
  readonly has: (number: number) => "issue" | "pull" | null;
  /** Whether all its issues and pull requests were read, so that a number that is not there does not exist. */
  readonly isWhole: boolean;
};

export type Scope = {
  /** Id of the repository that the text stands in. */
  readonly home: number;
  readonly repositories: readonly LinkRepository[];
  /** A `program`'s tracking issue speaks of all its repositories; an `item` of its own first. */
  readonly context: "item" | "program";
  /** What a gap of the given number is the gap of; null when there is no such gap. */
  readonly gapOf: (number: number) => Endpoint | null;
};

export type Resolved =
  | {
      readonly certainty: Exclude<Certainty, "ambiguous">;
      readonly to: Endpoint;
      readonly resolvedBy: ResolvedBy;
    }
  | {
      readonly certainty: "ambiguous";
      readonly candidates: readonly Endpoint[];
      readonly resolvedBy: ResolvedBy;
      readonly why: string;
    }
  | { readonly certainty: "dangling"; readonly why: string };

/** A reference that leads nowhere, and why. */
export const dangling = (why: string): Resolved => ({ certainty: "dangling", why });

/** The repositories that an alias, a full name or, where no alias is the same, a last name means, in any case. */
export function namedRepositories(
  written: string,
  repositories: readonly LinkRepository[],
): readonly LinkRepository[] {
  const name = written.toLowerCase();
  const byAlias = repositories.filter(({ alias }) => alias.toLowerCase() === name);
  if (byAlias.length > 0) return byAlias;
  return repositories.filter(({ fullName }) => {
    const full = fullName.toLowerCase();
    return full === name || full.slice(full.lastIndexOf("/") + 1) === name;
  });
}

/** What has a number in a repository; null when nothing that was read has. */
export function objectIn({ id, has }: LinkRepository, number: number): ForgeObject | null {
  const kind = has(number);
  return kind && { kind, repositoryId: id, number };
}

/** The reason why a number leads nowhere: it does not exist, or its repository was not read to the end. */
export function sayMissing(number: number, repositories: readonly LinkRepository[]): string {
  const unread = repositories.filter(({ isWhole }) => !isWhole).map(({ alias }) => alias);
  const all = repositories.map(({ alias }) => alias).join(", ");
  return unread.length === 0
    ? `There is no #${number} in ${all}.`
    : `No #${number} was read; ${unread.join(", ")} may have it and was not read to the end.`;
}
