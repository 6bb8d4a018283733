"use client";

import type { ProgramLink } from "#/lib/contract/program.ts";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import type { ButtonSize } from "../ui/button-class.ts";
import { FormError } from "../ui/form-error.tsx";

/** Takes a program out of the archive. */
export function RestoreProgram({
  program: { slug, name },
  size = "normal",
}: {
  program: Pick<ProgramLink, "slug" | "name">;
  size?: ButtonSize;
}) {
  const restore = useWrite(`${name} is at work again`);
  return (
    <div className="no-print">
      <Button
        size={size}
        disabled={restore.isPending}
        onClick={() =>
          restore.mutate({ path: `/programs/${encodeURIComponent(slug)}/restore`, method: "POST" })
        }
      >
        Restore<span className="sr-only"> {name}</span>
      </Button>
      <FormError error={restore.error} />
    </div>
  );
}
