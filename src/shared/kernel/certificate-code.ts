import { readReadable } from './readable-code'

/** Characters of the code of a certificate (证明编号). */
export const certificateCodeLength = 12

/** The code somebody typed, or the one in what they scanned: an address that ends with it, or `certificate:` and the code; else null. */
export const readCertificateCode = (given: string): string | null =>
  readReadable(given.trim().replace(/^(https?:\S*\/|certificate:)/, ''), certificateCodeLength)

/** A code in groups of four, which are easier to read and to type: "2AC4-DE9H-JKMN". */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
