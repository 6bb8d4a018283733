"use client";

import { Dialog } from "@base-ui/react/dialog";
import { type FormEvent, useId, useState } from "react";
import { ASSIGNEE_MAX, type PlanEntryView } from "#/lib/contract/plan.ts";
import { DialogFrame } from "../decide/dialog-frame.tsx";
import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";
import { readForm } from "../ui/read-form.ts";
import { checkAssignee } from "./check-assignee.ts";

const FREE =
  "A person, an agent or several; it is shown as dispatching until one of its gaps is claimed.";
const BLOCKED = "A person, an agent or several; it still waits for the sign-off.";

function NameField({
  name,
  names,
  refused,
  onChange,
}: {
  name: string;
  names: readonly string[];
  refused: string | null;
  onChange: () => void;
}) {
  const list = useId();
  return (
    <>
      <Field
        label="Name"
        hint={
          <>
            {refused === null ? `At most ${ASSIGNEE_MAX} characters` : null}
            <span role="alert" className="text-danger">
              {refused}
            </span>
          </>
        }
      >
        <TextInput
          name="name"
          required
          aria-invalid={refused !== null}
          onChange={onChange}
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
  const [refused, setRefused] = useState<string | null>(null);
  const give = (name: string | null) => {
    if (name !== (assignee?.name ?? null)) onAssign(name);
    onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name = "" } = readForm(event.currentTarget);
    const wrong = checkAssignee(name);
    if (wrong === null) return give(name);
    setRefused(wrong);
    const field = event.currentTarget.elements.namedItem("name");
    if (field instanceof HTMLInputElement) field.focus();
  };
  return (
    <DialogFrame
      title={`Who does “${title}”?`}
      about={state === "awaiting_signoff" ? BLOCKED : FREE}
      onClose={onClose}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <NameField
          name={assignee?.name ?? ""}
          names={names}
          refused={refused}
          onChange={() => setRefused(null)}
        />
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
