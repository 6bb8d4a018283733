"use client";

import { useRouter } from "next/navigation";
import { ReasonDialog } from "../decide/reason-dialog.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { paths } from "../layout/paths.ts";
import { type DeclaredSubject, nameOf } from "./declared-subject.ts";

export function WithdrawDialog({
  subject,
  onClose,
}: {
  subject: DeclaredSubject;
  onClose: () => void;
}) {
  const { slug, title, item, declaration } = subject;
  const router = useRouter();
  const withdraw = useDecide(slug, `${nameOf(subject)} is out of scope`, () => {
    // Its page goes with it; the list has it among the withdrawn ones.
    router.push(paths.gaps(slug, { population: "issue" }));
    router.refresh();
    onClose();
  });
  return (
    <ReasonDialog
      title={`Withdraw ${nameOf(subject)}`}
      verb="Withdraw"
      busy={withdraw.isPending}
      error={withdraw.error}
      onSubmit={({ reason = "" }) =>
        withdraw.mutate({
          about: "declared",
          id: declaration.id,
          body: { withdrawn: true, reason },
        })
      }
      onClose={onClose}
    >
      <p className="text-ink">{title}</p>
      <p className="mt-1">
        {item === null
          ? "It leaves the scope and can be put back."
          : "It leaves the scope and every count, and a claim on it ends. It keeps its number and can be put back."}
      </p>
    </ReasonDialog>
  );
}
