"use client";

import { lazy, Suspense, useState } from "react";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import type { TestSubject } from "./another-kind-dialog.tsx";

const AnotherKindDialog = lazy(() =>
  import("./another-kind-dialog.tsx").then((module) => ({ default: module.AnotherKindDialog })),
);

/** The way to say that the tests of a folder are of another kind than the rules found. */
export function AnotherKind({ test }: { test: TestSubject }) {
  const operator = useOperator();
  const [open, setOpen] = useState(false);
  const ask = async () => {
    if (await operator.ready()) setOpen(true);
  };
  return (
    <span className="no-print">
      <Button size="small" onClick={() => void ask()}>
        Another kind…<span className="sr-only"> of {test.path}</span>
      </Button>
      {open ? (
        <Suspense>
          <AnotherKindDialog test={test} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
