import type { LinkEndView, LinkView, RejectedLink } from "#/lib/contract/links.ts";

const end = (view: Pick<LinkEndView, "end" | "label">): LinkEndView => ({
  ...view,
  title: null,
  item: null,
  gateId: null,
  url: null,
});
const aliasOf = (repositoryId: number) => (repositoryId === 1 ? "cp" : "core");

export const pullEnd = (number: number, repositoryId = 1): LinkEndView =>
  end({ end: { kind: "pull", repositoryId, number }, label: `${aliasOf(repositoryId)}#${number}` });

export const issueEnd = (number: number, repositoryId = 1): LinkEndView =>
  end({
    end: { kind: "issue", repositoryId, number },
    label: `${aliasOf(repositoryId)}#${number}`,
  });

export const gateEnd = (gate: string): LinkEndView =>
  end({ end: { kind: "gate", repositoryId: 1, gate }, label: `cp ${gate}` });

/** A link that the text of a pull request says for certain, and that nobody was asked about. */
export const linkOf = (more: Partial<LinkView> = {}): LinkView => ({
  from: pullEnd(40),
  to: issueEnd(12),
  relation: "covers",
  certainty: "certain",
  method: "covers-words",
  resolvedBy: "home-number",
  place: "body",
  line: 3,
  quote: "covers #12",
  held: null,
  alternatives: [],
  decided: null,
  asks: false,
  ...more,
});

/** A claim to cover that a person rejected. */
export const rejectedOf = (more: Partial<RejectedLink> = {}): RejectedLink => ({
  from: pullEnd(40),
  to: issueEnd(12),
  relation: "covers",
  reason: "It looks at something else.",
  by: "reviewer",
  byKind: "person",
  at: "2026-06-12T18:00:00.000Z",
  ...more,
});
