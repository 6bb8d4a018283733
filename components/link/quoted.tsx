import { UserRound } from "lucide-react";
import type { LinkView } from "#/lib/contract/links.ts";
import { heldText, placeText } from "./link-text.ts";

/** The sentence that says a link, where it stands, and the rules that read it; then what a person said of it. */
export function Quoted({ link }: { link: LinkView }) {
  const place = placeText(link);
  const held = heldText(link.held);
  return (
    <>
      {place === null ? null : (
        <p className="wrap-anywhere text-sm">
          <q>{link.quote}</q>{" "}
          <span className="text-muted text-xs">
            {place} · {link.method} · {link.resolvedBy}
          </span>
        </p>
      )}
      {held === null ? null : <p className="text-muted text-sm">{held}</p>}
      {link.decided === null ? null : <Word decided={link.decided} />}
    </>
  );
}

function Word({ decided }: { decided: NonNullable<LinkView["decided"]> }) {
  return (
    <p className="wrap-anywhere text-sm">
      <UserRound aria-hidden className="mr-1.5 inline size-4 align-text-bottom" />
      <strong className="font-medium">{decided.actor}</strong> decided:{" "}
      {decided.value === "confirm" ? "confirmed" : "not enough"}. <q>{decided.reason}</q>
    </p>
  );
}
