import type { TallyView } from "#/lib/contract/tally.ts";

const PARTS = [
  { key: "covered", fill: "bg-covered" },
  { key: "gap", fill: "bg-nogate" },
  { key: "waived", fill: "border border-waived border-dotted" },
  { key: "unknown", fill: "border border-unknown border-dashed" },
] as const;

/** The four verdicts as lengths; the numbers stand beside it, so it is silent. */
export function TallyBar({ tally }: { tally: TallyView }) {
  if (tally.inScope === 0) return null;
  return (
    <div aria-hidden className="flex h-2.5 gap-0.5">
      {PARTS.filter(({ key }) => tally[key] > 0).map(({ key, fill }) => (
        <div
          key={key}
          className={`min-w-0.5 rounded-[2px] ${fill}`}
          style={{ flexGrow: tally[key], flexBasis: 0 }}
        />
      ))}
    </div>
  );
}
