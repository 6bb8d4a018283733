import type { SpareView } from "#/lib/contract/plan.ts";
import { kindText } from "#/lib/contract/plan-text.ts";
import { count } from "#/lib/format.ts";

/** Work that closes gaps by itself and none after the entries of the plan. */
export function SpareWork({ spare }: { spare: readonly SpareView[] }) {
  if (spare.length === 0) return null;
  return (
    <details>
      <summary className="min-h-6 w-fit rounded text-muted text-sm hover:text-ink">
        Work that adds nothing after the rest: {spare.length}
      </summary>
      <ul className="mt-2 divide-y divide-line border-line border-y text-sm">
        {spare.map(({ key, kind, title, why, alone }) => (
          <li key={key} className="wrap-anywhere py-2">
            <span className="font-medium">{title}</span>{" "}
            <span className="text-muted text-xs">
              {kindText(kind)}, by itself it would close {count(alone, "gap")}
            </span>
            <p className="max-w-prose text-muted">{why}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
