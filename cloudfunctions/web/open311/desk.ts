import type { FilePort } from '../../runtime/handler'
import { digestOf } from '../../runtime/hash'
import type { Directories, Directory } from '../../store/directory'
import type { Store } from '../../store/store'
import { apiKeyId, type ApiKey } from '@/shared/domain/issues/api-key'
import { Refused } from './answers'

/** What the answers are made from; a test owns clock and chance. */
export interface Desk {
  readonly store: Store
  readonly files: FilePort
  readonly directories: Directories
  readonly now: () => number
  /** An id nobody else uses. */
  readonly newId: () => string
  /** The community this endpoint speaks for. */
  readonly communityId: string
  readonly fault: (error: unknown) => void
}

/** The map of the community, once the jurisdiction asked for, if any, is it. */
export const directoryFor = async (desk: Desk, jurisdictionId: string | undefined): Promise<Directory> => {
  if (jurisdictionId && jurisdictionId !== desk.communityId) throw new Refused(404, '没有这个 jurisdiction_id')
  const directory = await desk.directories(desk.communityId)
  if (!directory) throw new Refused(404, '没有这个 jurisdiction_id')
  return directory
}

/** The key that was sent, if it is one and switched on; null for any other. Keys are looked up by their digest. */
export const keyOf = async ({ store, communityId }: Desk, sent: string | undefined): Promise<ApiKey | null> => {
  if (!sent || sent.length > 200) return null
  const keyHash = digestOf(Buffer.from(sent, 'utf8'))
  const key = await store.apiKeys.get(apiKeyId(keyHash))
  return key?.isActive && key.keyHash === keyHash && key.communityId === communityId ? key : null
}
