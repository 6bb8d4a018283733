/** How the reason of an unknown fact begins that is asked for again by every sync. */
export const ASKED_AGAIN = "Asked again by every sync:";
