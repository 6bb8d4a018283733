"use client";

import { Copy } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";
import { useToast } from "../ui/toaster.tsx";

/** A text to be taken elsewhere, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const tell = useToast();
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => tell({ title: `${label} copied` }),
      () =>
        tell({
          title: `${label} could not be copied`,
          description: "Select it in its field and copy it from there.",
        }),
    );
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <Field label={label}>
          <TextInput
            readOnly
            value={value}
            className="w-full font-mono"
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
      </div>
      <Button onClick={() => void copy()}>
        <Copy aria-hidden className="size-3.5" />
        Copy<span className="sr-only"> {label}</span>
      </Button>
    </div>
  );
}
