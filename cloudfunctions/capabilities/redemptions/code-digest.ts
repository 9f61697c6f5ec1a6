import { digestOf } from '../../runtime/hash'

/** SHA-256 of a code as it was shown, in hexadecimal: all that is kept of it. */
export const codeDigest = (code: string): string => digestOf(Buffer.from(code, 'utf8'))
