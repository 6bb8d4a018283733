import type { FakeStore } from "../store.ts";

/** Whether whoever asks may see and change the settings of a repository. */
export const isAdmin = ({ viewer, admins }: FakeStore): boolean => admins.includes(viewer);
