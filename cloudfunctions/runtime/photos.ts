import { refuse, type Refusal } from '@/shared/kernel/decision'
import type { CommandContext } from './handler'
import { digest, digestOf } from './hash'
import { photoBytesMax } from '@/shared/kernel/vocabulary'
import { readPhoto, type PhotoFault } from './photo'

type PhotoRefusal = 'FILE_TOO_LARGE' | 'FILE_NOT_AN_IMAGE' | 'FILE_NOT_YOURS'

/** Where a phone puts a photo, until something comes to own it; the path says whose it is. */
export const photoPath = (communityId: string, personId: string, id: string, extension: string): string =>
  `photos/${communityId}/${digest('uploader', personId)}/${id}.${extension}`

const claimed = /^cloud:\/\/[^/]+\/(kept\/([A-Za-z0-9_-]+)\/[^/]+\/(f-[a-f0-9]+\.(?:jpg|png|webp)))$/

/**
 * Puts photos that were claimed for something that was refused after all back where their uploader had put them, so that they can be
 * claimed again; those somebody else has claimed are not there and stay theirs. Nothing that is still shown may be among them.
 */
export const giveBack = async (
  fileIds: readonly string[],
  { actor, files }: Pick<CommandContext, 'actor' | 'files'>,
): Promise<void> => {
  const moves = fileIds.flatMap((fileId) => {
    const [, from, communityId, name] = claimed.exec(fileId) ?? []
    return from ? [{ fileId, from, to: `photos/${communityId}/${digest('uploader', actor.personId)}/${name}` }] : []
  })
  if (moves.length === 0) return
  const outcomes = await files.move(moves)
  // Where something was written to the old place meanwhile, that is what counts; what did not move is the only copy.
  await files.remove(moves.filter(({ to }) => outcomes.get(to) === 'there').map(({ fileId }) => fileId))
}

const uploaded = /^(cloud:\/\/[^/]+\/)(photos\/([A-Za-z0-9_-]+)\/([a-f0-9]+)\/(f-[a-f0-9]+\.(?:jpg|png|webp)))$/

/** A photo as it is kept, with the digest of its contents, by which the same photo is known again under another id. */
export interface KeptPhoto {
  readonly fileId: string
  readonly digest: string
}

/**
 * Makes photos belong to one use of them, named by the request, and answers what is kept; or says why not. Each must be
 * the actor's own, not used before, and truly a photo. Whoever uploaded it still holds an address to write to, so the photo moves to
 * where only the server writes, and is looked at and cleaned there; the move is also what uses it up. Two requests whatever the
 * number, one more for each photo that had to be cleaned. Doing it again for the same use changes nothing. `unfit` may look at the contents
 * too, and say why one will not do. Whoever is refused for one photo has the others as before, to send again with another.
 * Throws when storage does not give a photo that is there: the same request may be sent again, and nobody is told that the photo is bad.
 */
export const claimPhotos = async <Unfit extends string = never>(
  fileIds: readonly string[],
  use: string,
  { actor, files }: Pick<CommandContext, 'actor' | 'files'>,
  unfit: (bytes: Uint8Array, at: number) => Refusal<Unfit> | null = () => null,
): Promise<KeptPhoto[] | Refusal<PhotoRefusal | Unfit>> => {
  const owner = digest('uploader', actor.personId)
  const moves = fileIds.flatMap((fileId) => {
    const [, cloud, from, communityId, uploader, name] = uploaded.exec(fileId) ?? []
    const isOwn = communityId === actor.communityId && uploader === owner
    return isOwn ? [{ from: from!, to: `kept/${communityId}/${use}/${name}`, cloud: cloud! }] : []
  })
  if (moves.length < fileIds.length || new Set(fileIds).size < fileIds.length) return refuse('FILE_NOT_YOURS')
  if (moves.length === 0) return []
  const outcomes = await files.move(moves)
  const kept = moves.map(({ cloud, to }) => `${cloud}${to}`)
  const urls = await files.urlsOf(kept)
  // An id of another environment has no address here. What storage says nothing of stays where it is, and is sent again.
  if (moves.some(({ to }, at) => !urls.has(kept[at]!) && outcomes.get(to) !== 'gone')) return refuse('FILE_NOT_YOURS')
  const bytes = await Promise.all(
    kept.map((fileId) => (urls.has(fileId) ? files.read(urls.get(fileId)!, photoBytesMax) : null)),
  )
  for (const [at, { to }] of moves.entries())
    if (bytes[at] === null && outcomes.get(to) !== 'gone') throw new Error(`storage does not give ${to}`)
  const photos = bytes.map((content) => content && readPhoto(content))
  const bad = photos.find((photo) => photo === null || typeof photo === 'string')
  if (bad !== undefined) {
    await giveBack(kept, { actor, files })
    return refuse(bad === null ? 'FILE_NOT_YOURS' : (bad as PhotoFault))
  }
  for (const [at, photo] of photos.entries()) {
    const refusal = photo && typeof photo === 'object' ? unfit(photo.bytes, at) : null
    if (!refusal) continue
    await giveBack(kept, { actor, files })
    return refusal
  }
  await Promise.all(
    photos.map((photo, at) =>
      photo && typeof photo === 'object' && photo.bytes !== bytes[at]
        ? files.write(moves[at]!.to, photo.bytes)
        : undefined,
    ),
  )
  return photos.map((photo, at) => ({
    fileId: kept[at]!,
    digest: digestOf(photo && typeof photo === 'object' ? photo.bytes : new Uint8Array()),
  }))
}
