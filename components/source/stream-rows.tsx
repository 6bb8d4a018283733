import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { StreamView } from "#/lib/contract/sources.ts";
import { formatAge, formatDay } from "#/lib/format.ts";
import { differenceOf } from "./say-difference.ts";
import { isWalked, streamName } from "./stream-text.ts";

export const COLUMNS = 7;

const ago = (at: string | null, now: string): string =>
  at === null ? "never" : `${formatAge(at, now)} ago`;

function sayWhole({ stream, lastWholePass, reachedBack }: StreamView, now: string): string | null {
  if (!isWalked(stream)) return null;
  if (lastWholePass === null && reachedBack !== null) return `back to ${formatDay(reachedBack)}`;
  return ago(lastWholePass, now);
}

const sayRead = ({ underWay, lastPass }: StreamView, now: string): string =>
  underWay ? "under way" : ago(lastPass, now);

/** What has a column of its own where there is room. */
function Beside({ stream, now }: { stream: StreamView; now: string }) {
  const { gone, quarantined } = stream;
  const whole = sayWhole(stream, now);
  const parts = [
    gone > 0 ? `${gone.toLocaleString("en-GB")} gone` : null,
    quarantined > 0 ? `${quarantined.toLocaleString("en-GB")} quarantined` : null,
    whole === null ? null : `whole ${whole}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <span className="block text-muted text-xs md:hidden">{parts.join(", ")}</span>;
}

function Dash({ why }: { why: string }) {
  return (
    <span className="text-muted" title={why}>
      <span aria-hidden>—</span>
      <span className="sr-only">{why}</span>
    </span>
  );
}

/** Something about a stream that its figures alone do not tell. */
function Note({ children }: { children: ReactNode }) {
  return (
    <tr>
      <td colSpan={COLUMNS} className="pt-0! text-xs!">
        <span className="flex max-w-prose items-start gap-1.5">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-testonly" />
          <span className="min-w-0 wrap-anywhere">{children}</span>
        </span>
      </td>
    </tr>
  );
}

const figure = (value: number): string => value.toLocaleString("en-GB");

/** What is seldom there is quiet where it is not. */
const seldom = (value: number): string =>
  `num hidden md:table-cell ${value === 0 ? "text-muted!" : ""}`;

/** What the forge has of a stream and what is held of it; where the two differ, or the last pass could not read it, that is said. */
export function StreamRows({ stream, now }: { stream: StreamView; now: string }) {
  const { forgeTotal, held, gone, quarantined, refusal } = stream;
  const difference = differenceOf(stream, now);
  const whole = sayWhole(stream, now);
  const hasNote = difference !== null || refusal !== null;
  return (
    <>
      <tr className={hasNote ? "[&>*]:border-b-0!" : ""}>
        <th scope="row" className="font-normal!">
          {streamName(stream.stream)}
          <Beside stream={stream} now={now} />
        </th>
        <td className="num">
          {forgeTotal === null ? (
            <Dash why="The forge does not say how many it has" />
          ) : (
            figure(forgeTotal)
          )}
        </td>
        <td className="num">
          {held === 0 && stream.lastPass === null ? (
            <Dash why="Nothing was read of it yet" />
          ) : (
            figure(held)
          )}
        </td>
        <td className={seldom(gone)}>{figure(gone)}</td>
        <td className={seldom(quarantined)}>{figure(quarantined)}</td>
        <td className="hidden whitespace-nowrap pl-8! md:table-cell">
          {whole ?? <Dash why="What changed is asked for; there is no walk over all of it" />}
        </td>
        <td className="whitespace-nowrap">{sayRead(stream, now)}</td>
      </tr>
      {hasNote ? (
        <Note>
          {refusal === null ? null : <>The last pass was not whole: {refusal} </>}
          {difference === null ? null : (
            <>
              <strong className="font-medium">{streamName(stream.stream)}:</strong>{" "}
              {difference.says}
            </>
          )}
        </Note>
      ) : null}
    </>
  );
}
