"use client";

import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import type { DeclaredPlace } from "./declared-place.ts";

// Most readers only read, and it brings a library along.
const DeclareGapDialog = lazy(() =>
  import("./declare-gap-dialog.tsx").then((module) => ({ default: module.DeclareGapDialog })),
);

/** The button with which a person writes a gap down. */
export function DeclareGap({ slug, places }: { slug: string; places: readonly DeclaredPlace[] }) {
  const operator = useOperator();
  const [open, setOpen] = useState(false);
  // The name is asked for first: one dialog at a time.
  const ask = async () => {
    if (await operator.ready()) setOpen(true);
  };
  if (places.length === 0) return null;
  return (
    <>
      <Button className="no-print" onClick={() => void ask()}>
        <Plus aria-hidden className="size-4" />
        Declare a gap
      </Button>
      {open ? (
        <Suspense>
          <DeclareGapDialog slug={slug} places={places} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
