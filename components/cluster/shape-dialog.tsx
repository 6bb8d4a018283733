"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { FormEvent, ReactNode } from "react";
import { DialogFrame } from "../decide/dialog-frame.tsx";
import { Button } from "../ui/button.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";
import { type ClusterWrite, useShape } from "./use-shape.ts";

/** One thing that a person can say of clusters. */
export type ShapeAsk = {
  readonly title: string;
  /** What will happen. */
  readonly means: ReactNode;
  readonly fields?: ReactNode;
  readonly verb: string;
  /** What is told once it is done. */
  readonly said: string;
  readonly writes: (filled: Record<string, string>) => readonly ClusterWrite[];
};

/** Asks what a word on clusters still needs, and for a reason, which it does not insist on. */
export function ShapeDialog({
  slug,
  ask,
  onDone,
  onClose,
}: {
  slug: string;
  ask: ShapeAsk;
  onDone: () => void;
  onClose: () => void;
}) {
  const shape = useShape(slug, ask.said, onDone);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (shape.isPending) return;
    const filled = readForm(event.currentTarget);
    shape.mutate({ writes: ask.writes(filled), reason: filled["reason"] });
  };
  return (
    <DialogFrame title={ask.title} about={ask.means} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {ask.fields}
        <Field label="Reason (optional)" hint="Stays with the decision, under your name">
          <TextArea name="reason" rows={2} maxLength={2000} />
        </Field>
        <FormError error={shape.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Dialog.Close render={<Button tone="quiet">Cancel</Button>} />
          <Button type="submit" tone="strong" aria-disabled={shape.isPending}>
            {ask.verb}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
