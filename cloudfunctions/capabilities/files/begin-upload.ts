import type { files } from '@/shared/contracts/files'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { photoBytesMax } from '@/shared/kernel/vocabulary'
import { photoPath } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'

const extensions: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }
const uploadMinutes = 15

/**
 * A place for one photo. What is said here about size and type only saves a wasted upload; the bytes themselves are
 * looked at when something comes to own the photo.
 */
export const beginUpload: Handler<typeof files.beginUpload> = async (
  input,
  { actor, now, newId, transact, files: storage },
) => {
  if (input.bytes > photoBytesMax) return refuse('FILE_TOO_LARGE')
  const extension = Object.hasOwn(extensions, input.contentType) ? extensions[input.contentType] : undefined
  if (!extension) return refuse('FILE_NOT_AN_IMAGE')
  const _id = newId('f')
  const { fileId, url, headers } = await storage.beginUpload(
    photoPath(actor.communityId, actor.personId, _id, extension),
    input.contentType,
  )
  return transact(async (tx) => {
    await tx.files.create({
      _id,
      communityId: actor.communityId,
      uploaderId: actor.personId,
      fileId,
      purpose: input.purpose,
      createdAt: toInstant(now),
    })
    return { fileId, method: 'PUT' as const, url, headers, expiresAt: toInstant(now + uploadMinutes * 60_000) }
  })
}
