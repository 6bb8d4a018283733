type Span = { readonly left: number; readonly right: number };

// So much of its neighbour shows that there is more to scroll to.
const MARGIN = 24;

/** How far a strip has to scroll, in pixels to the right, to show one of its tabs; 0 when it is in sight. */
export function scrollToShow(strip: Span, tab: Span): number {
  if (tab.left < strip.left) return tab.left - strip.left - MARGIN;
  if (tab.right > strip.right) {
    // A tab that is wider than the strip shows its beginning.
    return Math.min(tab.right - strip.right + MARGIN, Math.max(tab.left - strip.left, 0));
  }
  return 0;
}
