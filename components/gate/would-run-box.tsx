"use client";

import { useEffect, useState } from "react";
import { Field, TextArea } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { pathsOf } from "./paths-of.ts";
import { useWouldRun } from "./use-would-run.ts";
import { WouldRunAnswer } from "./would-run-answer.tsx";

const TYPING_MS = 400;

/** Answers for which files a gate runs, as they are written. */
export function WouldRunBox({
  slug,
  gate,
  workflow,
  start,
}: {
  slug: string;
  gate: number;
  workflow: string;
  /** What stands in the box at first, one path a line. */
  start: string;
}) {
  const [text, setText] = useState(start);
  const [asked, setAsked] = useState(start);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const files = pathsOf(asked);
  const { data, error, isFetching } = useWouldRun(slug, gate, files);
  return (
    <div className="flex max-w-3xl flex-col gap-2">
      <Field label="Files of the change" hint="One path a line, as the forge writes them.">
        <TextArea
          rows={4}
          value={text}
          spellCheck={false}
          placeholder={"server/api/login.go\ndocs/login.md"}
          className="font-mono text-xs"
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div role="status" aria-busy={isFetching} className="min-h-6">
        {files.length === 0 ? (
          <p className="text-muted text-sm">Write a path to see whether the gate runs for it.</p>
        ) : data === undefined || error !== null ? null : (
          <div className={isFetching ? "opacity-60 transition-opacity delay-200" : ""}>
            <WouldRunAnswer view={data} files={files.length} workflow={workflow} />
          </div>
        )}
      </div>
      <FormError error={files.length === 0 ? null : error} />
    </div>
  );
}
