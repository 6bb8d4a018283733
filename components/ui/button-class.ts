export type ButtonTone = "strong" | "plain" | "quiet" | "danger";
export type ButtonSize = "normal" | "small" | "icon";

const BASE =
  "inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:opacity-55 disabled:cursor-not-allowed";

const TONES: Record<ButtonTone, string> = {
  strong: "bg-strong text-on-strong hover:opacity-88",
  plain: "border border-line bg-raised text-ink hover:bg-hover",
  quiet: "text-muted hover:bg-hover hover:text-ink",
  danger: "border border-line bg-raised text-danger hover:bg-hover",
};

const SIZES: Record<ButtonSize, string> = {
  normal: "h-8 px-3 text-sm",
  small: "h-6 px-2 text-xs",
  icon: "size-8",
};

/** The look of a button, also for links that act like one. */
export function buttonClass(tone: ButtonTone = "plain", size: ButtonSize = "normal"): string {
  return `${BASE} ${TONES[tone]} ${SIZES[size]}`;
}
