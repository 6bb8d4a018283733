"use client";

import type { TestKind } from "#/lib/coverage/policy.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { useDecide } from "./use-decide.ts";

/** A person's word on the kind of tests that a pattern matches. */
export type KindWord = {
  readonly slug: string;
  readonly alias: string;
  readonly paths: string;
  readonly kind: TestKind;
};

export function TakeBackKindDialog({
  word: { slug, alias, paths, kind },
  onClose,
}: {
  word: KindWord;
  onClose: () => void;
}) {
  const decide = useDecide(slug, `${alias}: the rules decide the kind again`, onClose);
  return (
    <ReasonDialog
      title="Take the decision back"
      verb="Take it back"
      busy={decide.isPending}
      error={decide.error}
      onSubmit={({ reason = "" }) =>
        decide.mutate({ about: "test-kinds", body: { repo: alias, paths, kind: null, reason } })
      }
      onClose={onClose}
    >
      <p>
        The tests of <code className="font-mono text-xs">{paths}</code> in {alias} are no longer
        decided to be {kind}: path and text tell their kind again.
      </p>
    </ReasonDialog>
  );
}
