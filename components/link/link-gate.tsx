"use client";

import { lazy, Suspense, useState } from "react";
import type { LinkEnd } from "#/lib/contract/links.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import type { Candidate } from "./prepare-candidates.ts";

const LinkGateDialog = lazy(() =>
  import("./link-gate-dialog.tsx").then((module) => ({ default: module.LinkGateDialog })),
);

/** An item, and the gates that a person can link to it. */
export type GateQuestion = {
  readonly slug: string;
  readonly item: number;
  readonly to: LinkEnd;
  readonly candidates: readonly Candidate[];
};

/** The way to say that a gate holds an item, or is not enough for it. */
export function LinkGate(question: GateQuestion) {
  const operator = useOperator();
  const [open, setOpen] = useState(false);
  const ask = async () => {
    if (await operator.ready()) setOpen(true);
  };
  return (
    <span className="no-print">
      <Button size="small" onClick={() => void ask()}>
        Link a gate…
      </Button>
      {open ? (
        <Suspense>
          <LinkGateDialog question={question} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
