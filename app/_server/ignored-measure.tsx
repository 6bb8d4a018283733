import { Notice } from "#/components/ui/notice.tsx";
import type { Measure } from "#/lib/coverage/measure.ts";

/** Says that the address asked for a measure that there is not, and which one is shown instead. */
export function IgnoredMeasure({ ignored, shown }: { ignored: readonly string[]; shown: Measure }) {
  if (ignored.length === 0) return null;
  return (
    <div className="mb-4">
      <Notice>
        Left out of the address, because it was not understood: {ignored.join(", ")}. Shown instead
        is the policy’s measure, <strong className="font-medium">{shown}</strong>.
      </Notice>
    </div>
  );
}
