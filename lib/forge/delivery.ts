/** Something that a webhook hints at; it says only that it may be another than before, and is read again. */
export type Hint =
  /** An issue or a pull request, by its number. */
  | { readonly kind: "item"; readonly key: string }
  /** A comment, by the forge's own id. */
  | { readonly kind: "comment"; readonly key: string }
  /** A commit of which a context said something. */
  | { readonly kind: "commit"; readonly key: string }
  /** A run, by the forge's own id. */
  | { readonly kind: "run"; readonly key: string }
  /** A branch that moved, or whose protection changed. */
  | { readonly kind: "branch"; readonly key: string };

/** A webhook whose signature was found right. */
export type Delivery = {
  /** The forge's own id of it, by which a second one is told. */
  readonly id: string;
  readonly event: string;
  /** The forge's id of the repository; null where it is about none. */
  readonly repository: string | null;
  readonly hints: readonly Hint[];
};

/** What came over the wire: the body is what was signed, byte for byte. */
export type ReceivedDelivery = {
  readonly headers: Headers;
  readonly body: Uint8Array;
};
