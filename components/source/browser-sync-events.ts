import { createSyncEvents } from "./sync-events.ts";

/** The one stream of this page. */
export const syncEvents = createSyncEvents({
  open: () => new EventSource("/api/events"),
  isHidden: () => document.visibilityState === "hidden",
  onHidden(heard) {
    document.addEventListener("visibilitychange", heard);
    return () => document.removeEventListener("visibilitychange", heard);
  },
});
