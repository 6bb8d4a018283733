import type { DecideLinkInput } from "#/lib/contract/inputs.ts";
import type { LinkView, RejectedLink } from "#/lib/contract/links.ts";
import { verbText } from "./link-text.ts";
import type { Question, Reading } from "./prepare-questions.ts";

/** What a person can say of a link. */
export type LinkOffer = {
  readonly key: string;
  /** Before `verb` for those who do not see what stands around the button. */
  readonly lead: string;
  /** On the button that opens the dialog. */
  readonly verb: string;
  readonly title: string;
  readonly means: string;
  readonly said: string;
  /** What the reason is called; null where it is a reason. */
  readonly asks: string | null;
  readonly words: readonly Omit<DecideLinkInput, "reason">[];
};

/** What the note on a gate that is not enough has to tell. */
export const NOT_REACHED = "What it does not reach";

const MEANS = {
  closes: "Once it is merged to the default branch, it counts as the patch.",
  covers: "It counts as evidence, as far as its tests climb.",
  refs: "It stays as a mention, which is no evidence.",
} as const;
const GOES = "No text says it, so the link goes.";
const SAID_AGAIN = "The texts say again what it is.";
const WINS = "Your word wins over the texts until it is taken back.";

const nameOf = ({ from, to, relation }: Reading & Pick<LinkView, "relation">): string =>
  `${from.label} ${verbText(relation)} ${to.label}`;

const wordOf = (
  { from, to }: Reading,
  relation: LinkView["relation"],
  value: DecideLinkInput["value"],
): LinkOffer["words"][number] => ({ from: from.end, to: to.end, relation, value });

function confirm(link: LinkView, reading: Reading, verb: string): LinkOffer {
  const { relation } = link;
  const named = nameOf({ ...reading, relation });
  const lead = verb === "Confirm" ? "" : "Confirm ";
  return {
    key: `confirm ${reading.from.label} ${reading.to.label}`,
    lead,
    verb,
    title: `Confirm: ${named}`,
    means: `${MEANS[relation]} ${WINS}`,
    said: `Confirmed: ${named}`,
    asks: null,
    words: [wordOf(reading, relation, "confirm")],
  };
}

function insufficient(link: LinkView): LinkOffer {
  const { from, to, relation } = link;
  return {
    key: "insufficient",
    lead: "",
    verb: "Not enough",
    title: `Not enough: ${from.label} for ${to.label}`,
    means: `It stays linked and brings no evidence; your note says what is still open. ${WINS}`,
    said: `${from.label} is linked to ${to.label} and not enough`,
    asks: NOT_REACHED,
    words: [wordOf(link, relation, "insufficient")],
  };
}

function reject(link: LinkView, readings: readonly Reading[]): LinkOffer {
  const { relation } = link;
  const named = readings.map((reading) => nameOf({ ...reading, relation })).join(", ");
  return {
    key: "reject",
    lead: "",
    verb: "Reject",
    title: `Reject: ${named}`,
    means:
      readings.length === 1
        ? "The link goes, whatever the texts say, now and after every sync."
        : "It means none of them: these links go, whatever the texts say, now and after every sync.",
    said: `Rejected: ${named}`,
    asks: null,
    words: readings.map((reading) => wordOf(reading, relation, "reject")),
  };
}

function takeBack(link: Reading & Pick<LinkView, "relation">, means: string): LinkOffer {
  return {
    key: "back",
    lead: "",
    verb: "Take back",
    title: `Take back what was decided: ${nameOf(link)}`,
    means,
    said: `Taken back: ${nameOf(link)}`,
    asks: null,
    words: [wordOf(link, link.relation, null)],
  };
}

/** What can be said of a link that a person rejected. */
export const prepareRejectedOffers = (link: RejectedLink): readonly LinkOffer[] => [
  takeBack(link, `${SAID_AGAIN} Where none says it, nothing comes back.`),
];

/** What can be said of a link that leads to an item; nothing where a word would change nothing. */
export function prepareLinkOffers(link: LinkView): readonly LinkOffer[] {
  const { relation, certainty, decided, asks, method } = link;
  const plain = relation === "refs" && certainty === "certain" && !asks;
  const offers = [
    decided?.value === "confirm" || plain ? null : confirm(link, link, "Confirm"),
    relation === "covers" && decided?.value !== "insufficient" ? insufficient(link) : null,
    // A link that only a person says goes when the word is taken back.
    method === "person" ? null : reject(link, [link]),
    decided === null ? null : takeBack(link, method === "person" ? GOES : SAID_AGAIN),
  ];
  return offers.filter((offer) => offer !== null);
}

/** What can be said of a reference that waits for a person: which of its readings is meant, or that none is. */
export function prepareAnswers({ link, readings }: Question): readonly LinkOffer[] {
  if (readings.length <= 1) return prepareLinkOffers(link);
  const turned = readings.every(({ to }) => to.label === link.to.label);
  return [
    ...readings.map((each) => confirm(link, each, turned ? each.from.label : each.to.label)),
    reject(link, readings),
  ];
}
