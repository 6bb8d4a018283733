"use client";

import { UserRound } from "lucide-react";
import type { RejectedLink } from "#/lib/contract/links.ts";
import { keyOf } from "#/lib/coverage/link/endpoint.ts";
import { formatDay } from "#/lib/format.ts";
import { DecideLink } from "./decide-link.tsx";
import { EndLink } from "./end-link.tsx";
import { rejectedText } from "./link-text.ts";
import { prepareRejectedOffers } from "./prepare-offers.ts";

const keyOfLink = ({ from, to, relation }: RejectedLink): string =>
  `${keyOf(from.end)} ${relation} ${keyOf(to.end)}`;

type Place = {
  readonly slug: string;
  readonly timeZone: string;
  /** Whether the links lead to the item of the page. */
  readonly here?: boolean;
};

function RejectedLine({
  link,
  slug,
  timeZone,
  here = false,
}: Place & { readonly link: RejectedLink }) {
  const { from, to, relation, by, byKind, at, reason } = link;
  return (
    <li className="flex flex-col gap-1 py-2.5">
      <p className="wrap-anywhere text-sm">
        <EndLink end={from} slug={slug} titled /> {rejectedText(relation)}{" "}
        {here ? "this" : <EndLink end={to} slug={slug} titled />}
      </p>
      <p className="wrap-anywhere text-sm">
        <UserRound aria-hidden className="mr-1.5 inline size-4 align-text-bottom" />
        <strong className="font-medium">{by}</strong>
        {byKind === "person" ? null : <span className="text-muted"> ({byKind})</span>} rejected it.{" "}
        <q>{reason}</q>{" "}
        <time dateTime={at} className="whitespace-nowrap text-muted text-xs">
          {formatDay(at, timeZone)}
        </time>
      </p>
      <DecideLink
        slug={slug}
        link={link}
        subject={`${from.label} → ${to.label}`}
        offers={prepareRejectedOffers(link)}
        judging
      />
    </li>
  );
}

/** What people said to be no links, each with who said it and the way to take it back. */
export function RejectedLinks({
  links,
  ...place
}: Place & { readonly links: readonly RejectedLink[] }) {
  return (
    <ul className="divide-y divide-line">
      {links.map((link) => (
        <RejectedLine key={keyOfLink(link)} link={link} {...place} />
      ))}
    </ul>
  );
}
