"use client";

import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";

// Most readers only read, and it brings a library along.
const DeclareGapDialog = lazy(() =>
  import("./declare-gap-dialog.tsx").then((module) => ({ default: module.DeclareGapDialog })),
);

/** The button with which a person writes a gap down. */
export function DeclareGap({ slug, repos }: { slug: string; repos: readonly string[] }) {
  const operator = useOperator();
  const [open, setOpen] = useState(false);
  // The name is asked for first: one dialog at a time.
  const ask = async () => {
    if (await operator.ready()) setOpen(true);
  };
  if (repos.length === 0) return null;
  return (
    <>
      <Button className="no-print" onClick={() => void ask()}>
        <Plus aria-hidden className="size-4" />
        Declare a gap
      </Button>
      {open ? (
        <Suspense>
          <DeclareGapDialog slug={slug} repos={repos} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
