import { getCloudbaseContext } from '@cloudbase/node-sdk'
import { templateIdsOf } from '@/shared/domain/notices/template-ids'
import { registry } from '../capabilities'
import { openCloud } from '../adapters/cloud'
import { createDispatch, type Call, type Envelope } from '../runtime/dispatch'
import { logToConsole } from '../runtime/log'
import { createDirectories } from '../store/directory'

type Context = Parameters<typeof getCloudbaseContext>[0] & { request_id?: string }

const { store, files } = openCloud(process.env)
const now = () => Date.now()

/** Where the `web` function is reached from outside; what is not an address yet is none. */
const [, webAddress] = /^(https?:\/\/\S+?)\/*$/.exec(process.env.WEB_ADDRESS ?? '') ?? []

const dispatch = createDispatch({
  store,
  files,
  directories: createDirectories(store, now),
  registry,
  now,
  templateIds: templateIdsOf(process.env.WECHAT_TEMPLATES),
  log: logToConsole,
  ...(webAddress ? { webAddress } : {}),
  homeCommunityId: process.env.HOME_COMMUNITY ?? '',
})

/** The entry of every call from the mini-program. Who is calling comes from the platform, never from the event. */
export const main = (event: Call, context: Context): Promise<Envelope> => {
  const { WX_OPENID: openid } = getCloudbaseContext(context)
  return dispatch(event ?? {}, { openid: openid || undefined, requestId: context?.request_id ?? '' })
}
