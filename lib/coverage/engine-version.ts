/** Names the rules of this engine; it changes whenever the same facts could be judged otherwise. */
export const ENGINE_VERSION = "5";
