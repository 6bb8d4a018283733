/** A fact that was read, or the reason why it could not be. Missing is never zero. */
export type Known<Value> =
  | { readonly known: true; readonly value: Value }
  | { readonly known: false; readonly why: string };

export const known = <Value>(value: Value): Known<Value> => ({ known: true, value });
export const unknown = (why: string): Known<never> => ({ known: false, why });
