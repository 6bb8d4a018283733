"use client";

import { Dialog } from "@base-ui/react/dialog";
import { type FormEvent, useId } from "react";
import { ASSIGNEE_MAX, type PlanEntryView } from "#/lib/contract/plan.ts";
import { DialogFrame } from "../decide/dialog-frame.tsx";
import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";
import { readForm } from "../ui/read-form.ts";

const FREE =
  "A person, an agent or several; it is shown as dispatching until one of its gaps is claimed.";
const BLOCKED = "A person, an agent or several; it still waits for the sign-off.";

function NameField({ name, names }: { name: string; names: readonly string[] }) {
  const list = useId();
  return (
    <>
      <Field label="Name" hint={`At most ${ASSIGNEE_MAX} signs`}>
        <TextInput
          name="name"
          required
          maxLength={ASSIGNEE_MAX}
          list={list}
          autoComplete="off"
          defaultValue={name}
        />
      </Field>
      <datalist id={list}>
        {names.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Asks who is to have a piece of work. */
export function AssignDialog({
  entry: { title, assignee, state },
  names,
  onAssign,
  onClose,
}: {
  entry: PlanEntryView;
  names: readonly string[];
  onAssign: (name: string | null) => void;
  onClose: () => void;
}) {
  const give = (name: string | null) => {
    if (name !== (assignee?.name ?? null)) onAssign(name);
    onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name } = readForm(event.currentTarget);
    if (name !== undefined) give(name);
  };
  return (
    <DialogFrame
      title={`Who does “${title}”?`}
      about={state === "awaiting_signoff" ? BLOCKED : FREE}
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <NameField name={assignee?.name ?? ""} names={names} />
        <div className="flex flex-wrap justify-end gap-2">
          <Dialog.Close render={<Button tone="quiet">Cancel</Button>} />
          {assignee === null ? null : <Button onClick={() => give(null)}>Give it to nobody</Button>}
          <Button type="submit" tone="strong">
            Give it
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
