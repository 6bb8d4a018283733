"use client";

import { type RefObject, useRef, useState } from "react";
import { TextInput } from "./field.tsx";

const TYPING_MS = 300;

/** A search field of a filter form: it submits the form once the typing pauses. */
export function SearchBox({
  q,
  label,
  placeholder,
  box,
}: {
  q: string;
  label: string;
  placeholder: string;
  box?: RefObject<HTMLInputElement | null>;
}) {
  const [seen, setSeen] = useState(q);
  const [draft, setDraft] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address changed under the box, by a link or the back button.
  if (seen !== q) {
    setSeen(q);
    if (draft.trim() !== q) setDraft(q);
  }
  return (
    <TextInput
      {...(box === undefined ? {} : { ref: box })}
      type="search"
      name="q"
      value={draft}
      maxLength={200}
      placeholder={placeholder}
      aria-label={label}
      className="w-full sm:w-56"
      onChange={(event) => {
        setDraft(event.target.value);
        const form = event.currentTarget.form;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => form?.requestSubmit(), TYPING_MS);
      }}
    />
  );
}
