"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useMutation } from "@tanstack/react-query";
import { request } from "../api/request.ts";
import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";

type Asking = { name: string | null; onDone: (name: string | null) => void };

function NameForm({ name, onDone }: Asking) {
  const save = useMutation({
    mutationFn: (body: { name: string }) => request<unknown>("/operator", { method: "PUT", body }),
    onSuccess: (_, body) => onDone(body.name),
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget).get("name");
        if (typeof given === "string") save.mutate({ name: given.trim() });
      }}
    >
      <Field label="Name">
        <TextInput
          name="name"
          required
          maxLength={60}
          autoComplete="name"
          defaultValue={name ?? ""}
        />
      </Field>
      {save.isError ? (
        <p role="alert" className="text-sm text-danger">
          {save.error.message}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Dialog.Close render={<Button tone="quiet">Cancel</Button>} />
        <Button type="submit" tone="strong" disabled={save.isPending}>
          Save name
        </Button>
      </div>
    </form>
  );
}

/** Asks who is at this machine, so that claims and decisions carry a name. */
export function OperatorDialog({ name, onDone }: Asking) {
  return (
    <Dialog.Root open onOpenChange={(next) => (next ? undefined : onDone(null))}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup className="fixed top-[18vh] left-1/2 z-50 w-[min(26rem,calc(100vw-2rem))] -translate-x-1/2 rounded-xl border border-line bg-raised p-5 text-ink shadow-xl">
          <Dialog.Title className="text-base font-semibold">Who is working here?</Dialog.Title>
          <Dialog.Description className="mt-1 mb-4 text-sm text-muted">
            Claims and decisions carry a name. Give yours once; it stays on this server.
          </Dialog.Description>
          <NameForm name={name} onDone={onDone} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
