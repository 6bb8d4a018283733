import Link from "next/link";
import type { LinkEndView } from "#/lib/contract/links.ts";
import { paths } from "../layout/paths.ts";

const LOOK = "figure-link inline-flex min-h-6 items-center text-ink";

function Label({ end: { label, item, gateId, url }, slug }: { end: LinkEndView; slug: string }) {
  if (item !== null) {
    return (
      <Link href={paths.gap(item)} prefetch={false} className={LOOK}>
        {label}
      </Link>
    );
  }
  if (gateId !== null) {
    return (
      <Link href={paths.gate(slug, gateId)} prefetch={false} className={LOOK}>
        {label}
      </Link>
    );
  }
  if (url === null) return label;
  return (
    <a href={url} className={LOOK}>
      {label}
      <span className="sr-only"> on the forge</span>
    </a>
  );
}

/** An end of a link: its name leads to its item, to the gate, or to the forge. */
export function EndLink({
  end,
  slug,
  titled = false,
}: {
  end: LinkEndView;
  slug: string;
  titled?: boolean;
}) {
  return (
    <>
      <strong className="font-medium">
        <Label end={end} slug={slug} />
      </strong>
      {titled && end.title !== null && end.title !== "" ? (
        <span className="text-muted"> {end.title}</span>
      ) : null}
    </>
  );
}
