import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { AppError, messageOf } from "./errors.ts";

const BEGIN = "-----BEGIN CERTIFICATE-----";
const END = "-----END CERTIFICATE-----";

/** The certificates of a PEM file, one text each; throws AppError usage, which names the file, when it cannot be read, holds none or a broken one. */
export function certificatesIn(file: string): string[] {
  const pieces = read(file).split(BEGIN).slice(1);
  if (pieces.length === 0) throw unusable(file, "it holds no certificate in PEM form");
  return pieces.map((piece) => {
    const certificate = `${BEGIN}${piece.slice(0, piece.indexOf(END))}${END}\n`;
    try {
      return new X509Certificate(certificate).toString();
    } catch (cause) {
      throw unusable(file, "one of its certificates is broken", cause);
    }
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw unusable(file, `it cannot be read (${messageOf(cause)})`, cause);
  }
}

const unusable = (file: string, why: string, cause?: unknown): AppError =>
  new AppError(
    "usage",
    `The file ${file} of GATELINE_CA_FILE is not usable: ${why}. Give a PEM file with the certificates to trust beside the usual ones, or unset it.`,
    { cause },
  );
