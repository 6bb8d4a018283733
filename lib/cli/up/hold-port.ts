import { createServer } from "node:http";
import { LISTENS_ON } from "#/lib/env.ts";
import { AppError } from "#/lib/errors.ts";

export type HeldPort = {
  /** The step that whoever asks is told. */
  readonly step: (text: string) => void;
  /** Frees the port for the web server. */
  readonly release: () => Promise<void>;
};

/** Takes the port before there is a web server, and answers every request with 503 and the step in progress; refuses a port that somebody listens on already. */
export function holdPort(port: number): Promise<HeldPort> {
  let step = "starting";
  const server = createServer((_request, response) => {
    response.writeHead(503, { "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify({ ready: false, step }));
  });
  const release = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => reject(refusal(port, cause)));
    // A start that fails must be able to end.
    server.unref();
    server.listen(port, LISTENS_ON, () => {
      resolve({
        step: (text) => {
          step = text;
        },
        release,
      });
    });
  });
}

function refusal(port: number, cause: Error): AppError {
  const taken = "code" in cause && cause.code === "EADDRINUSE";
  const what = taken ? "is taken. Stop what listens there, or" : "may not be used by this user:";
  const other = taken && port < 65_535 ? port + 1 : 3000;
  const message = `Port ${port} ${what} choose another one: PORT=${other} npm run up`;
  return new AppError("failed", message, { cause });
}
