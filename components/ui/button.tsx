import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonTone, buttonClass } from "./button-class.ts";

export function Button({
  tone = "plain",
  size = "normal",
  className = "",
  type = "button",
  ...rest
}: ComponentProps<"button"> & { tone?: ButtonTone; size?: ButtonSize }) {
  return <button type={type} className={`${buttonClass(tone, size)} ${className}`} {...rest} />;
}
