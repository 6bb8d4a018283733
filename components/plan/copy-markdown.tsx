"use client";

import { Copy } from "lucide-react";
import type { Measure } from "#/lib/coverage/measure.ts";
import { paths } from "../layout/paths.ts";
import { Button } from "../ui/button.tsx";
import { buttonClass } from "../ui/button-class.ts";
import { useToast } from "../ui/toaster.tsx";

async function copy(path: string): Promise<void> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  await navigator.clipboard.writeText(await response.text());
}

/** The plan as Markdown, for an issue or a message. */
export function CopyMarkdown({ slug, measure }: { slug: string; measure: Measure }) {
  const tell = useToast();
  const path = paths.planMarkdown(slug, measure);
  const start = () =>
    copy(path).then(
      () => tell({ title: "The plan is copied as Markdown" }),
      () =>
        tell({
          title: "The plan could not be copied",
          description: "Open it as Markdown and copy it from there.",
        }),
    );
  return (
    <div className="no-print flex flex-wrap gap-2">
      <Button onClick={() => void start()}>
        <Copy aria-hidden className="size-4" />
        Copy as Markdown
      </Button>
      <a href={path} className={buttonClass("quiet")}>
        Open as Markdown
      </a>
    </div>
  );
}
