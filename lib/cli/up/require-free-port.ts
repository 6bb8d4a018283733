import { createServer } from "node:net";
import { AppError } from "#/lib/errors.ts";

/** Refuses a port that somebody listens on already. */
export function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (cause) =>
      reject(
        new AppError(
          "failed",
          `Port ${port} is taken. Stop what listens there, or choose another one: PORT=${port + 1} npm run up`,
          { cause },
        ),
      ),
    );
    server.listen(port, "127.0.0.1", () => server.close(() => resolve()));
  });
}
