"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { FormEvent, ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";
import { DialogFrame } from "./dialog-frame.tsx";

type Props = {
  title: string;
  /** What it is about, and what will happen. */
  children: ReactNode;
  /** Fields before the reason. */
  fields?: ReactNode;
  /** What the reason is called where it is a note of its own. */
  asks?: string;
  verb: string;
  busy: boolean;
  error: Error | null;
  onSubmit: (filled: Record<string, string>) => void;
  onClose: () => void;
};

function ReasonForm({
  fields,
  asks = "Reason",
  verb,
  busy,
  error,
  onSubmit,
}: Omit<Props, "title" | "children" | "onClose">) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) onSubmit(readForm(event.currentTarget));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {fields}
      <Field label={asks} hint="Stays with the decision, under your name">
        <TextArea name="reason" required minLength={3} maxLength={2000} />
      </Field>
      <FormError error={error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Dialog.Close render={<Button tone="quiet">Cancel</Button>} />
        <Button type="submit" tone="strong" aria-disabled={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}

/** Asks for the reason of a decision; a click beside it does not throw away what was typed. */
export function ReasonDialog({ title, children, onClose, ...form }: Props) {
  return (
    <DialogFrame title={title} about={children} onClose={onClose}>
      <ReasonForm {...form} />
    </DialogFrame>
  );
}
