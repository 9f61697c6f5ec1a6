/**
 * A photo on this phone, already shrunk and without metadata, kept where it survives leaving the app until the server has
 * it. `src` can be shown.
 */
export interface LocalPhoto {
  key: string
  src: string
  bytes: number
  contentType: 'image/jpeg'
}

/** A picked file that could not be used, with a sentence that says why. */
export class PhotoError extends Error {}

/** The longest side after shrinking, pixels. */
export const sidePixels = 1280
/** What shrinking aims at, bytes. */
export const targetBytes = 200_000
/** The qualities tried until the target is met; the last is taken whatever it weighs. */
export const qualities = [0.82, 0.7, 0.58, 0.45] as const
