"use client";

import { lazy, Suspense, useState } from "react";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import type { Subject } from "./decide-fix-dialog.tsx";
import { OFFER_TEXTS } from "./offer-text.ts";
import type { Offer } from "./prepare-offers.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

// Most readers only read, and it brings a library along.
const DecideFixDialog = lazy(() =>
  import("./decide-fix-dialog.tsx").then((module) => ({ default: module.DecideFixDialog })),
);

/** The buttons with which a person decides whether one pull request is a fix. */
export function DecideFix({ subject, offers }: { subject: Subject; offers: readonly Offer[] }) {
  const operator = useOperator();
  const [offer, setOffer] = useState<Offer | null>(null);
  const { buttons, onFocus } = useKeptFocus(offers.join());
  // The name is asked for first: one dialog at a time.
  const open = async (wanted: Offer) => {
    if (await operator.ready()) setOffer(wanted);
  };
  if (offers.length === 0 && offer === null) return null;
  return (
    <div ref={buttons} onFocus={onFocus} className="no-print flex flex-wrap gap-1.5">
      {offers.map((each) => (
        <Button key={each} size="small" onClick={() => void open(each)}>
          {OFFER_TEXTS[each].verb}…
          <span className="sr-only">
            {" "}
            {subject.alias}#{subject.number}
          </span>
        </Button>
      ))}
      {offer === null ? null : (
        <Suspense>
          <DecideFixDialog subject={subject} offer={offer} onClose={() => setOffer(null)} />
        </Suspense>
      )}
    </div>
  );
}
