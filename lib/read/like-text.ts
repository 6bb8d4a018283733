/** A pattern for `ilike` that finds a text as it is written anywhere in another. */
export const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
