"use client";

import { isAuditFix } from "#/lib/coverage/audit-rule.ts";
import { HAS_TEST } from "#/lib/coverage/measure.ts";
import { OFFER_TEXTS } from "./offer-text.ts";
import type { Offer } from "./prepare-offers.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { useDecide } from "./use-decide.ts";

/** The pull request that a decision is about. */
export type Subject = {
  readonly slug: string;
  readonly alias: string;
  readonly number: number;
  readonly title: string;
};

export function DecideFixDialog({
  subject: { slug, alias, number, title },
  offer,
  onClose,
}: {
  subject: Subject;
  offer: Offer;
  onClose: () => void;
}) {
  const { verb, means, said, isFix } = OFFER_TEXTS[offer];
  const decide = useDecide(slug, `${alias}#${number}: ${said}`, onClose);
  return (
    <ReasonDialog
      title={`${verb}: ${alias}#${number}`}
      verb={verb}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={({ reason = "" }) =>
        decide.mutate({ about: "merged/decide", body: { repo: alias, number, isFix, reason } })
      }
      onClose={onClose}
    >
      <p className="text-ink">{title}</p>
      <p className="mt-1">
        {means}
        {isFix === false && isAuditFix(title)
          ? ` The audit’s own measure, ${HAS_TEST}, goes by the title alone and keeps it.`
          : null}
        {isFix === null ? null : " Your word wins over the rules until it is taken back."}
      </p>
    </ReasonDialog>
  );
}
