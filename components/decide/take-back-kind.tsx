"use client";

import { lazy, Suspense, useState } from "react";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import type { KindWord } from "./take-back-kind-dialog.tsx";

const TakeBackKindDialog = lazy(() =>
  import("./take-back-kind-dialog.tsx").then((module) => ({ default: module.TakeBackKindDialog })),
);

export function TakeBackKind(word: KindWord) {
  const operator = useOperator();
  const [open, setOpen] = useState(false);
  const ask = async () => {
    if (await operator.ready()) setOpen(true);
  };
  return (
    <>
      <Button size="small" onClick={() => void ask()}>
        Take back…<span className="sr-only"> {word.paths}</span>
      </Button>
      {open ? (
        <Suspense>
          <TakeBackKindDialog word={word} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
