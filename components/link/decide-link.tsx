"use client";

import { lazy, Suspense, useState } from "react";
import type { LinkView, RejectedLink } from "#/lib/contract/links.ts";
import { useKeptFocus } from "../decide/use-kept-focus.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import { placeText } from "./link-text.ts";
import type { LinkOffer } from "./prepare-offers.ts";

// Most readers only read, and it brings a library along.
const DecideLinkDialog = lazy(() =>
  import("./decide-link-dialog.tsx").then((module) => ({ default: module.DecideLinkDialog })),
);

function OfferButton({
  offer: { lead, verb },
  subject,
  rests,
  onAsk,
}: {
  offer: LinkOffer;
  subject: string;
  rests: boolean;
  onAsk: () => void;
}) {
  return (
    <Button
      size="small"
      aria-disabled={rests}
      className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
      onClick={rests ? undefined : onAsk}
    >
      {lead === "" ? null : <span className="sr-only">{lead}</span>}
      {verb}…<span className="sr-only"> {subject}</span>
    </Button>
  );
}

/** A link as it was read, or one that is gone since somebody rejected it. */
type Decidable = LinkView | RejectedLink;

/** The sentence that says it; null where none is known to. */
const quoteOf = (link: Decidable): string | null =>
  "quote" in link && placeText(link) !== null ? link.quote : null;

/** The dialog that is open, and what was said of the link and is not judged by yet. */
function useAsking(link: Decidable, judging: boolean) {
  const operator = useOperator();
  const [open, setOpen] = useState<LinkOffer | null>(null);
  // What was said was said of this reading of the link; one that was read later has heard it.
  const [answered, setAnswered] = useState<{ link: Decidable; said: string } | null>(null);
  const said = judging && answered?.link === link ? answered.said : null;
  const ask = async (offer: LinkOffer) => {
    if (await operator.ready()) setOpen(offer);
  };
  const done = (offer: LinkOffer) => {
    setAnswered({ link, said: offer.said });
    setOpen(null);
  };
  return { open, setOpen, ask, said, done };
}

/** The buttons with which a person decides about one link; after a word they rest until it is judged by. */
export function DecideLink({
  slug,
  link,
  subject,
  offers,
  judging,
}: {
  slug: string;
  link: Decidable;
  /** What the buttons are about, for those who hear them one by one. */
  subject: string;
  offers: readonly LinkOffer[];
  judging: boolean;
}) {
  const { open, setOpen, ask, said, done } = useAsking(link, judging);
  const { buttons, onFocus } = useKeptFocus(offers.map(({ key }) => key).join());
  return (
    <div className="no-print flex flex-col gap-1">
      <div ref={buttons} onFocus={onFocus} className="flex flex-wrap gap-1.5">
        {offers.map((offer) => (
          <OfferButton
            key={offer.key}
            offer={offer}
            subject={subject}
            rests={said !== null}
            onAsk={() => void ask(offer)}
          />
        ))}
      </div>
      {said === null ? null : <p className="text-muted text-xs">{said}. It is judged again.</p>}
      {open === null ? null : (
        <Suspense>
          <DecideLinkDialog
            slug={slug}
            offer={open}
            quote={quoteOf(link)}
            onDone={() => done(open)}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
