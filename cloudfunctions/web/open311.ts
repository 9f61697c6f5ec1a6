import { randomUUID } from 'node:crypto'
import { openCloud } from '../adapters/cloud'
import { logToConsole } from '../runtime/log'
import { createDirectories } from '../store/directory'
import type { Desk } from './open311/desk'
import { createOpen311 } from './open311/service'

let desk: Desk | undefined

/** The cloud is opened by the first request that needs it, and kept for the life of the instance. */
const openDesk = (): Desk => {
  if (desk) return desk
  const { store, files } = openCloud(process.env)
  const now = () => Date.now()
  desk = {
    store,
    files,
    directories: createDirectories(store, now),
    now,
    newId: () => `issue-${randomUUID().replace(/-/g, '').slice(0, 24)}`,
    communityId: process.env.HOME_COMMUNITY ?? '',
    fault: (error) =>
      logToConsole({ capability: 'open311', actor: null, ms: 0, outcome: 'INTERNAL', requestId: '', error }),
  }
  return desk
}

/** Open311 GeoReport v2 over HTTP, for programs of other organisations. */
export const handleRequest = createOpen311(openDesk)
