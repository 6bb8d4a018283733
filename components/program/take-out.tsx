"use client";

import { lazy, Suspense, useState } from "react";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";

const TakeOutDialog = lazy(() =>
  import("./take-out-dialog.tsx").then((module) => ({ default: module.TakeOutDialog })),
);

/** The button with which a person takes a repository out of a program's scope. */
export function TakeOut(entry: { slug: string; alias: string; fullName: string }) {
  const operator = useOperator();
  const [open, setOpen] = useState(false);
  const ask = async () => {
    if (await operator.ready()) setOpen(true);
  };
  return (
    <>
      <Button size="small" tone="danger" className="no-print" onClick={() => void ask()}>
        Take out…<span className="sr-only"> {entry.alias}</span>
      </Button>
      {open ? (
        <Suspense>
          <TakeOutDialog {...entry} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
