import type { Actor } from "#/lib/auth/actor.ts";

/** Who decides, and when; the clock is read once, at the door. */
export type Ctx = { readonly actor: Actor; readonly now: Date };

export type Verb<Input> = { readonly ctx: Ctx; readonly input: Input };
