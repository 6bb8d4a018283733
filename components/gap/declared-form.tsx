"use client";

import { Dialog } from "@base-ui/react/dialog";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";
import { readClosing } from "./read-closing.ts";

type Named = { repo: string; number: number };

/** A form about a declared gap in a dialog; the pull requests are read before anything is sent. */
export function DeclaredForm({
  verb,
  busy,
  error,
  onSubmit,
  children,
}: {
  verb: string;
  busy: boolean;
  error: Error | null;
  onSubmit: (filled: Record<string, string>, closedBy: Named[]) => void;
  children: ReactNode;
}) {
  const [unread, setUnread] = useState<Error | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = readForm(event.currentTarget);
    const closing = readClosing(filled.closedBy ?? "");
    setUnread(closing.ok ? null : new Error(closing.why));
    if (closing.ok && !busy) onSubmit(filled, [...closing.closedBy]);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {children}
      <FormError error={unread ?? error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Dialog.Close render={<Button tone="quiet">Cancel</Button>} />
        <Button type="submit" tone="strong" aria-disabled={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
