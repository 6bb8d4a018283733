import { rest } from "../rest.ts";

export type Answered = { readonly status: number; readonly body: Record<string, unknown> };

/** Asks an operation as a client would: method and address below /api/v1, and a JSON body. */
export async function request(route: string, body?: unknown): Promise<Answered> {
  const response = await send(route, body);
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) as Record<string, unknown> };
}

/** The same with the answer as it comes; a body that is text is sent as it is. */
export async function send(route: string, body?: unknown): Promise<Response> {
  const [method = "GET", path = "/"] = route.split(" ");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return rest.request(`/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { body: text }),
  });
}
