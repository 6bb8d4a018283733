"use client";

import type { LinkView } from "#/lib/contract/links.ts";
import { DecideLink } from "./decide-link.tsx";
import { EndLink } from "./end-link.tsx";
import { certaintyText, relationText } from "./link-text.ts";
import { prepareLinkOffers } from "./prepare-offers.ts";
import { Quoted } from "./quoted.tsx";

function Certainty({ link, slug }: { link: LinkView; slug: string }) {
  const text = certaintyText(link.certainty);
  if (text === null) return null;
  return (
    <span className="text-muted">
      {" · "}
      {text}
      {link.alternatives.map((end, index) => (
        <span key={`${end.end.kind}:${end.label}`}>
          {index === 0 ? ": " : " or "}
          <EndLink end={end} slug={slug} />
        </span>
      ))}
    </span>
  );
}

/** One link that leads to the item of the page. */
export function LinkLine({ link, slug }: { link: LinkView; slug: string }) {
  const { from, asks } = link;
  return (
    <li className="flex flex-col gap-1 py-2.5">
      <p className="wrap-anywhere text-sm">
        <EndLink end={from} slug={slug} titled /> {relationText(link)} this
        <Certainty link={link} slug={slug} />
      </p>
      <Quoted link={link} />
      {asks && link.certainty !== "certain" ? (
        <p className="text-sm">It counts for nothing until a person says what it means.</p>
      ) : null}
      <DecideLink
        slug={slug}
        link={link}
        subject={from.label}
        offers={prepareLinkOffers(link)}
        judging
      />
    </li>
  );
}
