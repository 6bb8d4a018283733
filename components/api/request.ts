import { ApiError } from "./api-error.ts";

type Call = { method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; body?: unknown };

const textOf = (answer: unknown, key: "code" | "message"): string | null =>
  typeof answer === "object" && answer !== null && key in answer
    ? String((answer as Record<string, unknown>)[key])
    : null;

/** Asks our own API. The answer is trusted to be what its contract says: one house, one version. */
export async function request<Answer>(path: string, call: Call = {}): Promise<Answer> {
  const init: RequestInit = {
    method: call.method ?? "GET",
    headers: { accept: "application/json" },
  };
  if (call.body !== undefined) {
    init.body = JSON.stringify(call.body);
    init.headers = { accept: "application/json", "content-type": "application/json" };
  }
  const response = await fetch(`/api/v1${path}`, init).catch(() => {
    throw new ApiError(
      0,
      "unreachable",
      "The server cannot be reached. Check that it runs, then try again.",
    );
  });
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const message = textOf(answer, "message") ?? `The server answered ${response.status}.`;
  throw new ApiError(response.status, textOf(answer, "code") ?? "failed", message);
}
