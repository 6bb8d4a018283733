"use client";

import { lazy, Suspense, useState } from "react";
import { useKeptFocus } from "../decide/use-kept-focus.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";

const GuardDialog = lazy(() =>
  import("./guard-dialog.tsx").then((module) => ({ default: module.GuardDialog })),
);

/** The guard of an item as it stands; null where none is recorded. */
export type GuardSubject = {
  readonly slug: string;
  readonly item: number;
  readonly guard: string | null;
};

/** What a person can do about the guard. */
export type GuardVerb = "Record" | "Change" | "Take back";

/** The buttons with which a person records the operational guard. */
export function GuardActions(subject: GuardSubject) {
  const operator = useOperator();
  const [open, setOpen] = useState<GuardVerb | null>(null);
  const verbs: readonly GuardVerb[] = subject.guard === null ? ["Record"] : ["Change", "Take back"];
  const { buttons, onFocus } = useKeptFocus(verbs.join());
  const ask = async (verb: GuardVerb) => {
    if (await operator.ready()) setOpen(verb);
  };
  return (
    <div ref={buttons} onFocus={onFocus} className="no-print mt-1.5 flex flex-wrap gap-1.5">
      {verbs.map((verb) => (
        <Button key={verb} size="small" onClick={() => void ask(verb)}>
          {verb}…<span className="sr-only"> the operational guard</span>
        </Button>
      ))}
      {open === null ? null : (
        <Suspense>
          <GuardDialog subject={subject} verb={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}
