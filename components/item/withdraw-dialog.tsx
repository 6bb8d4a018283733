"use client";

import { useRouter } from "next/navigation";
import type { GapRow } from "#/lib/contract/gaps.ts";
import type { DeclarationView } from "#/lib/contract/item.ts";
import { gapName } from "#/lib/format.ts";
import { ReasonDialog } from "../decide/reason-dialog.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { paths } from "../layout/paths.ts";

export function WithdrawDialog({
  slug,
  row,
  declaration,
  onClose,
}: {
  slug: string;
  row: GapRow;
  declaration: DeclarationView;
  onClose: () => void;
}) {
  const router = useRouter();
  const withdraw = useDecide(slug, `${gapName(row.item)} is out of scope`, () => {
    // Its page goes with it; the list has it among the withdrawn ones.
    router.push(paths.gaps(slug, { population: "issue" }));
    router.refresh();
    onClose();
  });
  return (
    <ReasonDialog
      title={`Withdraw ${gapName(row.item)}`}
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
      <p className="text-ink">{row.title}</p>
      <p className="mt-1">
        It leaves the scope and every count, and a claim on it ends. It keeps its number and can be
        put back.
      </p>
    </ReasonDialog>
  );
}
