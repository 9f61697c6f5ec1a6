/**
 * A photo on this phone, already shrunk and without metadata, kept where it survives leaving the app until the server has
 * it. `src` can be shown.
 */
export interface LocalPhoto {
  key: string
  src: string
  bytes: number
  contentType: 'image/jpeg' | 'image/png'
}

/** A picked file that could not be used, with a sentence that says why. */
export class PhotoError extends Error {}

/** The longest side after shrinking, pixels. */
export const sidePixels = 1280
/** What shrinking aims at, bytes. */
export const targetBytes = 200_000
/** The qualities tried until the target is met; the last is taken whatever it weighs. */
export const qualities = [0.82, 0.7, 0.58, 0.45] as const

/** What a person's choosing came to. Files that are no photos are named in `failed`, in sentences. */
export interface Chosen {
  photos: LocalPhoto[]
  failed: string[]
}

/** Makes each picked file small and keeps it, one after the other; the first `max` of them. */
export const keepEach = async <F>(
  files: readonly F[],
  max: number,
  shrink: (file: F) => Promise<LocalPhoto>,
): Promise<Chosen> => {
  const photos: LocalPhoto[] = []
  const failed = files.length > max ? [`最多还能加 ${max} 张，多出的没有加入`] : []
  for (const file of files.slice(0, max)) {
    try {
      photos.push(await shrink(file))
    } catch (error) {
      failed.push(error instanceof PhotoError ? error.message : '照片处理失败，换一张试试')
    }
  }
  return { photos, failed }
}
