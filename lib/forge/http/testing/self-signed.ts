import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

const [INTEGER, BITS, OCTETS, OID, UTF8, TIME, SEQUENCE, SET] = [
  0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x30, 0x31,
];
const COMMON_NAME = "550403";
const ALTERNATIVE_NAMES = "551d11";
const ECDSA_WITH_SHA256 = "2a8648ce3d040302";
const [DNS_NAME, IP_ADDRESS] = [0x82, 0x87];

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  const { length } = body;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), body]);
}
const hex = (text: string) => Buffer.from(text, "hex");
const named = (name: string) =>
  der(SEQUENCE, der(SET, der(SEQUENCE, der(OID, hex(COMMON_NAME)), der(UTF8, Buffer.from(name)))));

/** A certificate for this machine that nobody else trusts, in PEM, and its key. */
export function selfSigned(name: string): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = der(SEQUENCE, der(OID, hex(ECDSA_WITH_SHA256)));
  const names = der(
    SEQUENCE,
    der(DNS_NAME, Buffer.from("localhost")),
    der(IP_ADDRESS, Buffer.from([127, 0, 0, 1])),
  );
  const extension = der(SEQUENCE, der(OID, hex(ALTERNATIVE_NAMES)), der(OCTETS, names));
  const signed = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, hex("02"))),
    der(INTEGER, Buffer.concat([hex("01"), randomBytes(8)])),
    algorithm,
    named(name),
    der(SEQUENCE, der(TIME, Buffer.from("200101000000Z")), der(TIME, Buffer.from("491231235959Z"))),
    named(name),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, der(SEQUENCE, extension)),
  );
  const signature = sign("sha256", signed, privateKey);
  const whole = der(SEQUENCE, signed, algorithm, der(BITS, hex("00"), signature));
  const lines = whole.toString("base64").match(/.{1,64}/g) ?? [];
  return {
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
