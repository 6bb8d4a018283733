import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { gateRef } from "#/lib/coverage/gate/gate.ts";
import type { Link } from "#/lib/coverage/link/link.ts";
import type { LinkRepository } from "#/lib/coverage/link/link-repository.ts";
import { type LinkItem, linksOf } from "#/lib/coverage/link/links-of.ts";
import { personLinks } from "#/lib/coverage/link/person-links.ts";
import { loadGapEnds } from "#/lib/store/load-gap-ends.ts";
import { type LinkTextRow, loadCommentsOf, loadLinkTexts } from "#/lib/store/load-link-texts.ts";
import { loadLinkWords } from "#/lib/store/load-link-words.ts";
import type { ProgramFacts, RepositoryInScope } from "#/lib/store/load-program-facts.ts";

export type FoundLinks = {
  readonly links: readonly Link[];
  /** The repositories of the program, as far as references to them go. */
  readonly repositories: readonly LinkRepository[];
};

/** Every link that the texts of a program's repositories say, as people decided about them. */
export async function findLinks(
  program: ProgramFacts,
  gatesOf: ReadonlyMap<number, readonly Gate[]>,
): Promise<FoundLinks> {
  const { id, tracking } = program;
  const [texts, gaps, words] = await Promise.all([
    loadLinkTexts(program.repositories.map((repository) => repository.id)),
    loadGapEnds(id),
    loadLinkWords(id),
  ]);
  const comments =
    tracking === null ? [] : await loadCommentsOf(tracking.repositoryId, tracking.issue);
  const repositories = program.repositories.map((each) => linkRepository(each, texts));
  const { links } = linksOf({
    repositories,
    issues: itemsOf(texts, "issue"),
    pulls: itemsOf(texts, "pull"),
    gates: [...gatesOf].flatMap(([repositoryId, gates]) =>
      gates.map((gate) => ({ repositoryId, gate: gateRef(gate), name: gate.name })),
    ),
    comments: comments.flatMap((comment) =>
      tracking === null
        ? []
        : [{ ...comment, repositoryId: tracking.repositoryId, number: tracking.issue }],
    ),
    tracking: tracking && { repositoryId: tracking.repositoryId, number: tracking.issue },
    gapOf: (number) => gaps.get(number) ?? null,
  });
  return { links: personLinks(links, words), repositories };
}

const itemsOf = (texts: readonly LinkTextRow[], kind: LinkTextRow["kind"]): readonly LinkItem[] =>
  texts.filter((text) => text.kind === kind);

function linkRepository(
  { id, fullName, alias, url, audited, issuesRefusal, forge }: RepositoryInScope,
  texts: readonly LinkTextRow[],
): LinkRepository {
  const kinds = new Map(
    texts.filter((text) => text.repositoryId === id).map(({ number, kind }) => [number, kind]),
  );
  return {
    id,
    fullName,
    alias,
    url,
    has: (number) => kinds.get(number) ?? null,
    // A clone holds no issues, so a number that it lacks may be one.
    isWhole: audited && issuesRefusal === null && forge !== "git",
  };
}
