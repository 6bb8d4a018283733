import { request } from "../api/request.ts";
import type { Said } from "./apply-word.ts";

/** Says something of the plan; answers with the number of the word. */
export const sayWord = (slug: string, said: Said) =>
  request<{ word: number }>(`/programs/${encodeURIComponent(slug)}/plan/words`, {
    method: "POST",
    body: { said },
  });
