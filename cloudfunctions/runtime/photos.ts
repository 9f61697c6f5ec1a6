import { refuse, type Refusal } from '@/shared/kernel/decision'
import type { CommandContext } from './handler'
import { readPhoto } from './photo'

type PhotoRefusal = 'FILE_TOO_LARGE' | 'FILE_NOT_AN_IMAGE' | 'FILE_NOT_YOURS'

/** Where a photo lies in storage. */
export const photoPath = (communityId: string, id: string, extension: string): string =>
  `photos/${communityId}/${id}.${extension}`

const pathForm = /^cloud:\/\/[^/]+\/(photos\/[A-Za-z0-9_-]+\/(f-[a-f0-9]+)\.(?:jpg|png|webp))$/

/**
 * Makes photos belong to `subject`, or says why not: each must be the actor's own, unused (or already this subject's, when a
 * request is repeated), and truly a photo. Metadata is cut out on the way. Two requests whatever the number, a third when
 * they were claimed before, and one more for each photo that had to be cleaned.
 */
export const claimPhotos = async (
  fileIds: readonly string[],
  subject: string,
  { actor, store, files }: Pick<CommandContext, 'actor' | 'store' | 'files'>,
): Promise<Refusal<PhotoRefusal> | null> => {
  if (fileIds.length === 0) return null
  const named = fileIds.map((fileId) => pathForm.exec(fileId))
  if (named.some((name) => name === null)) return refuse('FILE_NOT_YOURS')
  const urls = await files.urlsOf(fileIds)
  const bytes = await Promise.all(fileIds.map((fileId) => (urls.has(fileId) ? files.read(urls.get(fileId)!) : null)))
  const photos = bytes.map((content) => content && readPhoto(content))
  for (const photo of photos) {
    if (photo === null) return refuse('FILE_NOT_YOURS')
    if (typeof photo === 'string') return refuse(photo)
  }
  const owned = { _id: { in: named.map((name) => name![2]!) }, fileId: { in: fileIds }, uploaderId: actor.personId }
  const claimed = await store.files.updateWhere({ ...owned, usedBy: null }, { usedBy: subject })
  const isOurs =
    claimed === fileIds.length || (await store.files.count({ ...owned, usedBy: subject })) === fileIds.length
  if (!isOurs) return refuse('FILE_NOT_YOURS')
  await Promise.all(
    photos.map((photo, at) =>
      photo && typeof photo === 'object' && photo.bytes !== bytes[at]
        ? files.write(named[at]![1]!, photo.bytes)
        : undefined,
    ),
  )
  return null
}
