/** Marks a row that was written for the sample, so that nobody looks for it on the forge. */
export function InventedMark() {
  return (
    <span
      title="This row, or its title, was written for the sample; it is on no forge."
      className="ml-1.5 rounded border border-line px-1 text-[0.6875rem] text-muted"
    >
      invented
    </span>
  );
}
