import Link from "next/link";
import type { GateView } from "#/lib/contract/gates.ts";
import { paths } from "../layout/paths.ts";
import { PlaceLink } from "./place-link.tsx";

/** What the gate is called and where it stands. */
export function GateHead({ slug, gate }: { slug: string; gate: GateView }) {
  return (
    <header>
      <p className="text-muted text-xs">
        <Link href={paths.gates(slug)} prefetch={false} className="hover:underline">
          Gates
        </Link>{" "}
        / {gate.alias}
      </p>
      <h1 className="wrap-anywhere mt-1 max-w-4xl text-balance font-semibold text-xl tracking-tight">
        {gate.name}
      </h1>
      <p className="mt-1 text-muted text-sm">
        {gate.kind} · job <span className="wrap-anywhere font-mono text-xs">{gate.job}</span> in{" "}
        <PlaceLink path={gate.workflow} line={gate.line} url={gate.url} />
      </p>
    </header>
  );
}
