"use client";

import type { TrialView } from "#/lib/contract/policy.ts";
import { ReasonDialog } from "../decide/reason-dialog.tsx";
import { useWrite } from "../operator/use-write.ts";

/** Asks why the tried rules are to be in force, and puts them there. */
export function ApplyDialog({
  slug,
  trial: { rules, baseVersion, changes },
  onDone,
  onClose,
}: {
  slug: string;
  trial: TrialView;
  onDone: () => void;
  onClose: () => void;
}) {
  const next = baseVersion + 1;
  const apply = useWrite(`Version ${next} of the policy is in force`, onDone);
  return (
    <ReasonDialog
      title={`Put version ${next} in force`}
      verb="Apply"
      busy={apply.isPending}
      error={apply.error}
      onClose={onClose}
      onSubmit={({ reason }) =>
        apply.mutate({
          path: `/programs/${encodeURIComponent(slug)}/policy`,
          method: "POST",
          body: { rules, baseVersion, reason },
        })
      }
    >
      {changes.join(". ")}. Everything is judged anew; version {baseVersion} stays as it was, with
      the figures that were displayed under it.
    </ReasonDialog>
  );
}
