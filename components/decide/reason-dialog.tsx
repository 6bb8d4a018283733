"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { FormEvent, ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";

type Props = {
  title: string;
  /** What it is about, and what will happen. */
  children: ReactNode;
  /** Fields before the reason. */
  fields?: ReactNode;
  verb: string;
  busy: boolean;
  error: Error | null;
  onSubmit: (filled: Record<string, string>) => void;
  onClose: () => void;
};

function ReasonForm({
  fields,
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
      <Field label="Reason" hint="Stays with the decision, under your name">
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
    <Dialog.Root open disablePointerDismissal onOpenChange={(next) => (next ? null : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup className="fixed top-[12vh] left-1/2 z-50 max-h-[80vh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 overflow-y-auto rounded-xl border border-line bg-raised p-5 text-ink shadow-xl">
          <Dialog.Title className="font-semibold text-base">{title}</Dialog.Title>
          <Dialog.Description
            className="wrap-anywhere mt-1 mb-4 text-muted text-sm"
            render={<div />}
          >
            {children}
          </Dialog.Description>
          <ReasonForm {...form} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
