import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import type { WouldRunView } from "#/lib/contract/gate.ts";
import { count } from "#/lib/format.ts";
import { PlaceLink } from "./place-link.tsx";

const LOOK = "mt-0.5 size-4 shrink-0";
const ANSWERS = {
  yes: { icon: <CircleCheck aria-hidden className={`${LOOK} text-covered`} />, text: "It runs" },
  no: {
    icon: <CircleX aria-hidden className={`${LOOK} text-nogate`} />,
    text: "It does not run",
  },
  unclear: {
    icon: <CircleHelp aria-hidden className={`${LOOK} text-unknown`} />,
    text: "It cannot be told",
  },
};

/** The answer, why, and the line that decides. */
export function WouldRunAnswer({
  view,
  files,
  workflow,
}: {
  view: WouldRunView;
  files: number;
  workflow: string;
}) {
  const { icon, text } = ANSWERS[view.answer];
  return (
    <p className="flex items-start gap-2 text-sm">
      {icon}
      <span className="wrap-anywhere min-w-0">
        <strong className="font-semibold">{text}</strong> for a pull request to {view.branch} that
        changes {files === 1 ? "this file" : `these ${count(files, "file")}`}. {view.why}
        {view.line === null ? null : (
          <>
            {" "}
            <PlaceLink path={workflow} line={view.line} url={view.url} short />
          </>
        )}
      </span>
    </p>
  );
}
