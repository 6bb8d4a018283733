import { TriangleAlert } from "lucide-react";
import type { StreamView } from "#/lib/contract/sources.ts";
import { count, formatAge } from "#/lib/format.ts";
import { sayHeld, streamName } from "./stream-text.ts";

function sayAll(streams: readonly StreamView[], now: string): string {
  const refused = streams.filter(({ refusal }) => refusal !== null).length;
  const unread = streams.filter(
    ({ refusal, lastPass }) => refusal === null && lastPass === null,
  ).length;
  const oldest = streams.flatMap(({ lastPass }) => lastPass ?? []).toSorted()[0];
  return [
    count(streams.length, "stream"),
    ...(refused > 0 ? [`${refused} could not be read`] : []),
    ...(unread > 0 ? [`${unread} not read yet`] : []),
    ...(oldest === undefined ? [] : [`the oldest read ${formatAge(oldest, now)} ago`]),
  ].join(", ");
}

/** What is read of the rows for judging them, which no forge counts: folded away unless something could not be read. */
export function JudgedStreams({ streams, now }: { streams: readonly StreamView[]; now: string }) {
  const refused = streams.some(({ refusal }) => refusal !== null);
  return (
    <details className="text-sm" open={refused}>
      <summary className="w-fit rounded text-muted">
        Read for judging: {sayAll(streams, now)}
      </summary>
      <ul className="mt-1 grid gap-x-8 gap-y-1 text-xs sm:grid-cols-2">
        {streams.map(({ stream, held, lastPass, underWay, refusal }) => (
          <li key={stream} className="min-w-0">
            {streamName(stream)}:{" "}
            {held === 0 && lastPass === null ? "" : `${sayHeld(stream, held)}, `}
            <span className="text-muted">
              {underWay
                ? "under way"
                : lastPass === null
                  ? "never read"
                  : `read ${formatAge(lastPass, now)} ago`}
            </span>
            {refusal === null ? null : (
              <span className="flex items-start gap-1.5">
                <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-testonly" />
                <span className="min-w-0 wrap-anywhere">
                  The last pass was not whole: {refusal}
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
