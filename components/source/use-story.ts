"use client";

import { useState } from "react";
import type { SourcesView } from "#/lib/contract/sources.ts";
import { alarm, announce, NO_ALARM, SILENCE } from "./announce.ts";
import { NOTHING_SEEN, sight } from "./estimate.ts";

/** What this page has seen happen: how fast everything is, and what of it is to be said aloud. */
export function useStory(view: SourcesView | undefined, answeredAt: number) {
  const [story, setStory] = useState({
    at: 0,
    sightings: NOTHING_SEEN,
    announced: SILENCE,
    alarmed: NO_ALARM,
  });
  if (view === undefined || answeredAt <= story.at) return story;
  const next = {
    at: answeredAt,
    sightings: sight(story.sightings, view, answeredAt),
    announced: announce(story.announced, view, answeredAt),
    alarmed: alarm(story.alarmed, view),
  };
  setStory(next);
  return next;
}
