import Link from "next/link";
import type { DecayView, ItemView } from "#/lib/contract/item.ts";
import { count, formatDay } from "#/lib/format.ts";
import { PlaceLink } from "../gate/place-link.tsx";
import { paths } from "../layout/paths.ts";
import { Notice } from "../ui/notice.tsx";
import { parted, sayCause } from "./say-decay.ts";

type Told = {
  readonly decays: ItemView["decays"];
  readonly program: Pick<ItemView["program"], "slug" | "timeZone">;
};

function Fall({ decay, program }: { decay: DecayView; program: Told["program"] }) {
  const { cause, why, name, gateId, workflow, line, url, rung, seenAt, mendedAt } = decay;
  return (
    <p className="wrap-anywhere">
      Fell from {rung} on {formatDay(seenAt, program.timeZone)}:{" "}
      {gateId === null ? (
        name
      ) : (
        <Link href={paths.gate(program.slug, gateId)} prefetch={false} className="figure-link">
          {name}
        </Link>
      )}{" "}
      {sayCause(cause)}: {why.replace(/\.$/, "")} (
      <PlaceLink path={workflow} line={line} url={url} />
      ).
      {mendedAt === null ? null : ` Mended on ${formatDay(mendedAt, program.timeZone)}.`}
    </p>
  );
}

/** What became of the gates that held the item up; what was mended is folded away. */
export function DecayNote({ view }: { view: Told }) {
  const { open, mended } = parted(view.decays);
  const falls = (decays: readonly DecayView[]) =>
    decays.map((decay) => (
      <Fall
        key={`${decay.gate} ${decay.cause} ${decay.seenAt}`}
        decay={decay}
        program={view.program}
      />
    ));
  return (
    <>
      {open.length === 0 ? null : (
        <div className="mb-2">
          <Notice>
            <div className="space-y-2">{falls(open)}</div>
          </Notice>
        </div>
      )}
      {mended.length === 0 ? null : (
        <details className="mb-2 text-muted text-xs">
          <summary className="cursor-pointer py-1">
            Fell {count(mended.length, "time")} before, and was mended
          </summary>
          <div className="space-y-2 py-1">{falls(mended)}</div>
        </details>
      )}
    </>
  );
}
