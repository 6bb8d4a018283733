// The whole server with the sample program, offline, with pages that follow the sources.
import { runServer } from "#/lib/cli/up/run-server.ts";

await runServer({ sample: true, development: true });
