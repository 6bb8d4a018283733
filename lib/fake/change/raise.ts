import type { FakeEvent } from "../webhook/event.ts";
import { tellHooks } from "../webhook/tell-hooks.ts";
import type { Ground } from "./place.ts";

/** Ends every change: what follows from the rows is old now, and the hooks are told what happened. */
export function raise(ground: Ground, ...events: FakeEvent[]): void {
  ground.repository.revision += 1;
  for (const event of events) tellHooks(ground, event);
}
