"use client";

import { lazy, Suspense, useState } from "react";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import { type DeclaredSubject, nameOf } from "./declared-subject.ts";

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
export function DeclarationActions({ subject }: { subject: DeclaredSubject }) {
  const operator = useOperator();
  const [open, setOpen] = useState<Verb | null>(null);
  const ask = async (verb: Verb) => {
    if (await operator.ready()) setOpen(verb);
  };
  const close = () => setOpen(null);
  return (
    <div className="no-print flex flex-wrap gap-1.5">
      <Button size="small" onClick={() => void ask("edit")}>
        Edit…<span className="sr-only"> the declared gap {nameOf(subject)}</span>
      </Button>
      <Button size="small" onClick={() => void ask("withdraw")}>
        Withdraw…<span className="sr-only"> the declared gap {nameOf(subject)}</span>
      </Button>
      <Suspense>
        {open === "edit" ? <EditDeclarationDialog subject={subject} onClose={close} /> : null}
        {open === "withdraw" ? <WithdrawDialog subject={subject} onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
