import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** Something that limits what the page can say. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="flex items-start gap-2 rounded-md border border-notice-line bg-notice px-3 py-2 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-testonly" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
