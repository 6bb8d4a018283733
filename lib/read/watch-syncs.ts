import { watchSyncs } from "#/lib/store/watch-syncs.ts";

const ATMOST_MS = 500;
const ALIVE_MS = 20_000;

// A page that polls instead would keep a server from stopping.
const AWAY = "event: away\ndata: the server stops\n\n";

const open = new Set<() => void>();
let stops: "unheard" | "heard" | "now" = "unheard";

/**
 * Server-sent events that say that something of the syncs changed, at most two a second, until the request
 * ends; what changed is read where everything is read. A comment now and then keeps proxies from closing it.
 */
export function streamSyncs(signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    start(controller) {
      let due: NodeJS.Timeout | null = null;
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = () => {
        due = null;
        send("event: syncs\ndata: changed\n\n");
      };
      const stop = watchSyncs(() => (due ??= setTimeout(tell, ATMOST_MS)));
      const alive = setInterval(() => send(": alive\n\n"), ALIVE_MS);
      end = () => {
        open.delete(goAway);
        signal.removeEventListener("abort", close);
        stop();
        clearInterval(alive);
        if (due) clearTimeout(due);
      };
      const close = () => {
        end();
        controller.close();
      };
      const goAway = () => {
        send(AWAY);
        close();
      };
      open.add(goAway);
      closeAllWithServer();
      send("retry: 3000\n\n");
      signal.addEventListener("abort", close, { once: true });
      if (signal.aborted) close();
      else if (stops === "now") goAway();
    },
    // Who reads it went away: it counts as closed from here on, and closing it again would throw.
    cancel: () => end(),
  });
}

/** A server that is told to stop waits for every answer under way, and these would never end by themselves. */
function closeAllWithServer(): void {
  if (stops !== "unheard") return;
  stops = "heard";
  const closeAll = () => {
    stops = "now";
    for (const goAway of open) goAway();
  };
  process.once("SIGTERM", closeAll);
  process.once("SIGINT", closeAll);
}
