"use client";

import { ReasonDialog } from "../decide/reason-dialog.tsx";
import { useWrite } from "../operator/use-write.ts";

export function TakeOutDialog({
  slug,
  alias,
  fullName,
  onClose,
}: {
  slug: string;
  alias: string;
  fullName: string;
  onClose: () => void;
}) {
  const write = useWrite(`${alias} is out of scope`, onClose);
  return (
    <ReasonDialog
      title={`Take ${alias} out of scope`}
      verb="Take out of scope"
      busy={write.isPending}
      error={write.error}
      onSubmit={({ reason = "" }) =>
        write.mutate({
          path: `/programs/${encodeURIComponent(slug)}/repositories/${encodeURIComponent(alias)}`,
          method: "DELETE",
          body: { reason },
        })
      }
      onClose={onClose}
    >
      <p className="text-ink">{fullName}</p>
      <p className="mt-1">
        Its items leave this program’s scope and every figure, and claims on them end. What was read
        and decided stays, and so do the numbers of its gaps, should it be put back.
      </p>
    </ReasonDialog>
  );
}
