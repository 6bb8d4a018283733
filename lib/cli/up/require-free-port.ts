import { createServer } from "node:net";
import { AppError } from "#/lib/errors.ts";

/** Refuses a port that somebody listens on already. */
export function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (cause) => {
      const taken = "code" in cause && cause.code === "EADDRINUSE";
      const what = taken
        ? "is taken. Stop what listens there, or"
        : "may not be used by this user:";
      const other = taken && port < 65_535 ? port + 1 : 3000;
      const message = `Port ${port} ${what} choose another one: PORT=${other} npm run up`;
      reject(new AppError("failed", message, { cause }));
    });
    server.listen(port, "127.0.0.1", () => server.close(() => resolve()));
  });
}
