/** Does `work` with each of these, a few at once; the first that throws ends all, and none is left behind. */
export async function atOnce<Item>(
  items: readonly Item[],
  few: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const one = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: few }, one));
  for (const each of ended) if (each.status === "rejected") throw each.reason;
}
