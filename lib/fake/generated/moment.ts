/** A text of parts in one piece: what is put together by `+` keeps its parts in memory, several times as large. */
export const inOnePiece = (...parts: readonly (string | number)[]): string => parts.join("");

/** A moment as the forge writes it, from whole seconds since 1970. */
export const momentOf = (seconds: number): string =>
  inOnePiece(new Date(seconds * 1000).toISOString().slice(0, -5), "Z");
