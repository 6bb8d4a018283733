import type { SourceRepositoryView } from "#/lib/contract/sources.ts";
import { count, formatDay } from "#/lib/format.ts";
import { streamName } from "./stream-text.ts";

/** The rows that the forge cannot give while it gives their neighbours, with why and since when. */
export function QuarantinedList({ repository }: { repository: SourceRepositoryView }) {
  const { quarantined: rows, streams } = repository;
  const all = streams.reduce((sum, { quarantined }) => sum + quarantined, 0);
  if (rows.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="w-fit rounded">
        {count(Math.max(all, rows.length), "row")} that the forge cannot give
      </summary>
      <p className="mt-1 max-w-prose text-muted text-xs">
        They are left out of every figure, and every walk over everything asks for them again.
        {all > rows.length ? ` These are the newest ${rows.length}.` : ""}
      </p>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-xs">
        {rows.map(({ stream, at, number, why, since }) => (
          <li key={`${stream} ${at}`} className="wrap-anywhere">
            {streamName(stream)}
            {number === null ? "" : ` #${number}`}, {at}: {why}{" "}
            <span className="text-muted">Since {formatDay(since)}.</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
