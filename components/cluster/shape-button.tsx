"use client";

import { lazy, Suspense, useState } from "react";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import type { ShapeAsk } from "./shape-dialog.tsx";

// Most readers only read, and it brings a library along.
const ShapeDialog = lazy(() =>
  import("./shape-dialog.tsx").then((module) => ({ default: module.ShapeDialog })),
);

type Props = {
  slug: string;
  label: string;
  /** What it is about, for those who hear the buttons one by one. */
  subject?: string;
  /** Null: the button rests. */
  ask: ShapeAsk | null;
  tone?: "plain" | "quiet";
  /** The key that presses it. */
  shortcut?: string;
  onDone?: () => void;
};

/** A button that opens the dialog of one word on clusters; it rests while there is nothing to say it of. */
export function ShapeButton({
  slug,
  label,
  subject = "",
  ask,
  tone = "plain",
  shortcut,
  onDone,
}: Props) {
  const operator = useOperator();
  // What was asked when it was opened: the page may be read again behind the dialog.
  const [open, setOpen] = useState<ShapeAsk | null>(null);
  const start = async () => {
    if (ask !== null && (await operator.ready())) setOpen(ask);
  };
  const done = () => {
    setOpen(null);
    onDone?.();
  };
  return (
    <>
      <Button
        size="small"
        tone={tone}
        aria-disabled={ask === null}
        aria-keyshortcuts={shortcut}
        data-shape-key={shortcut}
        className="scroll-mt-10 aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
        onClick={() => void start()}
      >
        {label}…{subject === "" ? null : <span className="sr-only"> {subject}</span>}
      </Button>
      {open === null ? null : (
        <Suspense>
          <ShapeDialog slug={slug} ask={open} onDone={done} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
