export type Answer = { status: number; headers: Record<string, string>; body: string };

type Failure = { status: number; message: string; rootUrl: string };

/** A JSON answer as the forge sends it. */
export function answerJson(body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status: 200,
    headers: { "Content-Type": "application/json;charset=utf-8", ...headers },
    body: `${JSON.stringify(body)}\n`,
  };
}

/** The forge's error document. */
export function answerError({ status, message, rootUrl }: Failure): Answer {
  const answer = answerJson({ errors: [], message, url: `${rootUrl}/api/swagger` });
  return { ...answer, status };
}

/** What the forge says of everything that is not there. */
export function answerNotFound({ rootUrl }: { rootUrl: string }): Answer {
  return answerError({ status: 404, message: "The target couldn't be found.", rootUrl });
}
