"use client";

import { PRIORITIES, type Priority } from "#/lib/contract/gaps.ts";
import { Field, SelectInput, TextArea, TextInput } from "../ui/field.tsx";
import { priorityText } from "./priority-text.ts";

/** What can be said of a declared gap, and said otherwise later. */
export function DeclaredFields({
  priority = "P2",
  note = "",
  closedBy = "",
}: {
  priority?: Priority;
  note?: string;
  closedBy?: string;
}) {
  return (
    <>
      <Field label="Priority" hint="P0 stands above every other gap">
        <SelectInput name="priority" defaultValue={priority}>
          {PRIORITIES.map((each) => (
            <option key={each} value={each}>
              {priorityText(each)}
            </option>
          ))}
        </SelectInput>
      </Field>
      <Field
        label="Where it was said"
        hint="Optional. In its own words, with an address if it has one"
      >
        <TextArea name="note" maxLength={2000} defaultValue={note} />
      </Field>
      <Field
        label="Closed by"
        hint="Optional. Pull requests that are said to close it, as cp#12, core#7. What they bring is judged, not believed"
      >
        <TextInput
          name="closedBy"
          maxLength={500}
          defaultValue={closedBy}
          spellCheck={false}
          autoCapitalize="none"
        />
      </Field>
    </>
  );
}
