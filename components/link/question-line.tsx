"use client";

import { Fragment } from "react";
import { DecideLink } from "./decide-link.tsx";
import { EndLink } from "./end-link.tsx";
import { certaintyText, relationText } from "./link-text.ts";
import { prepareAnswers } from "./prepare-offers.ts";
import type { Question } from "./prepare-questions.ts";
import { Quoted } from "./quoted.tsx";

/** The ends that differ from reading to reading, or the one that all have. */
function Ends({
  question: { readings },
  side,
  slug,
}: {
  question: Question;
  side: "from" | "to";
  slug: string;
}) {
  const ends = new Map(readings.map((reading) => [reading[side].label, reading[side]]));
  return [...ends.values()].map((end, index) => (
    <Fragment key={end.label}>
      {index === 0 ? null : <span className="text-muted"> or </span>}
      <EndLink end={end} slug={slug} titled />
    </Fragment>
  ));
}

/** One reference that waits for a person, and the ways to answer. */
export function QuestionLine({
  question,
  slug,
  judging,
}: {
  question: Question;
  slug: string;
  judging: boolean;
}) {
  const { link, readings } = question;
  const certainty = certaintyText(link.certainty);
  const only = readings.length === 1 ? ` ${link.from.label} → ${link.to.label}` : "";
  return (
    <li className="flex flex-col gap-1 py-3 focus-within:bg-hover">
      <h2 className="wrap-anywhere font-normal text-sm">
        <Ends question={question} side="from" slug={slug} /> {relationText(link)}{" "}
        <Ends question={question} side="to" slug={slug} />
        {certainty === null || readings.length > 1 ? null : (
          <span className="text-muted"> · {certainty}</span>
        )}
      </h2>
      <Quoted link={link} />
      {certainty === null ? (
        <p className="text-muted text-sm">
          This sentence is certain; another one that says so too is not, and waits.
        </p>
      ) : null}
      {readings.length > 1 ? <p className="text-sm">Which of them is meant?</p> : null}
      <DecideLink
        slug={slug}
        link={link}
        subject={only === "" ? `in “${link.quote}”` : only.trim()}
        offers={prepareAnswers(question)}
        judging={judging}
      />
    </li>
  );
}
