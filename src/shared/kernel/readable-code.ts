/** Letters and digits that nobody takes for each other: no 0 and O, 1, I and L, and of 2 and Z, 5 and S, 8 and B the digit. */
const alphabet = '23456789ACDEFGHJKMNPQRTUVWXY'

/** So many characters, up to 26, from a secret of 128 bits in hexadecimal; each as likely as the next. */
export const readableCodeOf = (secret: string, length: number): string => {
  const base = BigInt(alphabet.length)
  let left = BigInt(`0x${secret}`)
  let code = ''
  for (let at = 0; at < length; at++) {
    code += alphabet[Number(left % base)]
    left /= base
  }
  return code
}

/** A code as it was given out, from how somebody typed it; null for what cannot be one. */
export const readReadable = (typed: string, length: number): string | null => {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return new RegExp(`^[${alphabet}]{${length}}$`).test(code) ? code : null
}
