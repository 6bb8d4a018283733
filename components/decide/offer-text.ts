import type { Offer } from "./prepare-offers.ts";

type Text = {
  /** On the button that opens the dialog, and on the one that decides. */
  readonly verb: string;
  readonly means: string;
  readonly said: string;
  readonly isFix: boolean | null;
};

/** What each decision is called and what it does. */
export const OFFER_TEXTS: Record<Offer, Text> = {
  count: {
    verb: "Count as a fix",
    means: "It enters the program’s scope and is judged at every rung.",
    said: "It counts as a fix",
    isFix: true,
  },
  exclude: {
    verb: "Not a fix",
    means: "It leaves the scope; its gap closes with the reason.",
    said: "It is no fix",
    isFix: false,
  },
  rules: {
    verb: "Let the rules decide",
    means: "The decision is taken back, and the rules say again whether it is a fix.",
    said: "The rules decide again",
    isFix: null,
  },
};
