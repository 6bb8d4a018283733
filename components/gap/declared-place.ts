/** A repository in which a gap can be declared; one in a repository that is not audited counts for nothing yet. */
export type DeclaredPlace = { readonly alias: string; readonly audited: boolean };

/** A repository as a choice. */
export const sayPlace = ({ alias, audited }: DeclaredPlace): string =>
  audited ? alias : `${alias} (not audited)`;

/** Where a gap is declared if nothing else is chosen: where it counts at once. */
export const firstChoice = (places: readonly DeclaredPlace[]): string | undefined =>
  (places.find(({ audited }) => audited) ?? places[0])?.alias;

/** Whether a gap of that repository waits until it is audited; null is one that is not in scope any more. */
export const waitsForAudit = (places: readonly DeclaredPlace[], alias: string | null): boolean =>
  places.some((place) => place.alias === alias && !place.audited);

/** What is said once a gap is declared there; null where that is not known yet. */
export const sayDeclared = (places: readonly DeclaredPlace[], alias: string | null): string =>
  waitsForAudit(places, alias)
    ? `The gap is declared. It counts once ${alias} is audited; until then it stands below the list`
    : "The gap is declared";

/** Why a gap that is in scope is in no count. */
export function sayWait(places: readonly DeclaredPlace[], alias: string | null): string {
  if (alias === null) return "Its repository is not in scope any more.";
  return waitsForAudit(places, alias)
    ? `It counts once it is judged, which waits until ${alias} is audited.`
    : "It counts once it is judged.";
}
