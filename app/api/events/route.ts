import { streamSyncs } from "#/lib/read/watch-syncs.ts";

export const GET = (request: Request): Response =>
  new Response(streamSyncs(request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // A proxy that gathers or packs would keep the events until there are many.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      // A server that stops does not wait for the connection to be used again.
      connection: "close",
    },
  });

export const dynamic = "force-dynamic";
