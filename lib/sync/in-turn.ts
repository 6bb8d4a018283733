/** Does work with one item after the other, beside whoever hands them over. */
export type InTurn<Item> = {
  /** Begins with this one once the one before is done; throws what that one threw. */
  next(item: Item): Promise<void>;
  /** Waits for the last one; throws what it threw, unless that was thrown already. */
  end(): Promise<void>;
};

/** Lets one item be worked on while the next is being got, and never more. */
export function inTurn<Item>(work: (item: Item) => Promise<void>): InTurn<Item> {
  let under: Promise<void> | null = null;
  const end = async (): Promise<void> => {
    const last = under;
    under = null;
    await last;
  };
  return {
    async next(item) {
      await end();
      under = work(item);
      // One that fails while the next item is being got has an owner: its turn comes.
      under.catch(() => undefined);
    },
    end,
  };
}
