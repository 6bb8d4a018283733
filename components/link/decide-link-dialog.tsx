"use client";

import { ReasonDialog } from "../decide/reason-dialog.tsx";
import { useDecide } from "../decide/use-decide.ts";
import type { LinkOffer } from "./prepare-offers.ts";

export function DecideLinkDialog({
  slug,
  offer: { lead, verb, title, means, said, asks, words },
  quote,
  onDone,
  onClose,
}: {
  slug: string;
  offer: LinkOffer;
  /** The sentence that it is about; null where no text says it. */
  quote: string | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const decide = useDecide(slug, said, onDone);
  return (
    <ReasonDialog
      title={title}
      verb={`${lead}${verb}`}
      {...(asks === null ? {} : { asks })}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={({ reason = "" }) =>
        decide.mutate(
          words.map((word) => ({ about: "links/decide" as const, body: { ...word, reason } })),
        )
      }
      onClose={onClose}
    >
      {quote === null ? null : (
        <p className="text-ink">
          <q>{quote}</q>
        </p>
      )}
      <p className="mt-1">{means}</p>
    </ReasonDialog>
  );
}
