/** Where to read more: the forge's own jobs have a path without a host, and whoever posts a status may write anything; null where it is no address of a page. */
export function toAddress(target: string | null | undefined, forge: string): string | null {
  if (!target || !URL.canParse(target, forge)) return null;
  const { protocol, href } = new URL(target, forge);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
