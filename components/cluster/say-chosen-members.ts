/** What is chosen of a cluster's members, and why all of them cannot be split off it. */
export function sayChosenMembers(chosen: number, all: number): string {
  if (chosen === 0) return "Choose members to move or split them.";
  const said = `${chosen} of ${all} chosen`;
  return chosen < all
    ? said
    : `${said}. To split, leave something in the cluster; to call all of it something else, rename it.`;
}
