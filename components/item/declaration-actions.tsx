"use client";

import { lazy, Suspense, useState } from "react";
import type { DeclarationView, ItemView } from "#/lib/contract/item.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";

const EditDeclarationDialog = lazy(() =>
  import("./edit-declaration-dialog.tsx").then((module) => ({
    default: module.EditDeclarationDialog,
  })),
);
const WithdrawDialog = lazy(() =>
  import("./withdraw-dialog.tsx").then((module) => ({ default: module.WithdrawDialog })),
);

type Verb = "edit" | "withdraw";

/** The buttons with which a person says otherwise of a declared gap. */
export function DeclarationActions({
  view,
  declaration,
}: {
  view: Pick<ItemView, "row" | "program">;
  declaration: DeclarationView;
}) {
  const operator = useOperator();
  const [open, setOpen] = useState<Verb | null>(null);
  const ask = async (verb: Verb) => {
    if (await operator.ready()) setOpen(verb);
  };
  const close = () => setOpen(null);
  const subject = { slug: view.program.slug, row: view.row, declaration };
  return (
    <div className="no-print flex flex-wrap gap-1.5">
      <Button size="small" onClick={() => void ask("edit")}>
        Edit…<span className="sr-only"> the declared gap</span>
      </Button>
      <Button size="small" onClick={() => void ask("withdraw")}>
        Withdraw…<span className="sr-only"> the declared gap</span>
      </Button>
      <Suspense>
        {open === "edit" ? <EditDeclarationDialog {...subject} onClose={close} /> : null}
        {open === "withdraw" ? <WithdrawDialog {...subject} onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
