import { init } from '@cloudbase/node-sdk'
import { cloudFiles } from '@cloud/adapters/cloud'
import { registry } from '@cloud/capabilities'
import { expireHolds } from '@cloud/jobs/expire-holds'
import { expirePoints } from '@cloud/jobs/expire-points'
import type { JobContext } from '@cloud/jobs/job'
import { createDispatch, type Call, type Envelope, type Runtime } from '@cloud/runtime/dispatch'
import { memberOf, postTransfer } from '@cloud/runtime/ledger'
import { createDirectories } from '@cloud/store/directory'
import { createStore } from '@cloud/store/store'
import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { award } from '@/shared/domain/lovebank/entries'
import { issuerAccount } from '@/shared/domain/lovebank/transfer'
import { isRefusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'

/** What a function of this kind is asked: a call as it travels, a job, or an award as a check-out makes it. */
export type Work =
  | { readonly do: 'call'; readonly openid: string; readonly call: Call }
  | { readonly do: 'expireHolds' | 'expirePoints' }
  | {
      readonly do: 'award'
      readonly id: string
      readonly kind: 'person' | 'family'
      readonly ownerId: string
      readonly halfPoints: number
    }

/** One message to the process: what to do at which instant, or the cloud it speaks to from now on. */
export type Message = { readonly n: number; readonly now: number } & (
  { readonly work: Work } | { readonly environment: Record<string, string> }
)

const communityId = 'xinsheng'
const jobs = { expireHolds, expirePoints }
let now = 0

const open = () => {
  const app = init({ env: 'local-test' })
  const store = createStore({
    database: app.database(),
    random: Math.random,
    elapsed: () => performance.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
  const runtime: Runtime = {
    store,
    files: cloudFiles(app),
    directories: createDirectories(store, () => now),
    registry,
    now: () => now,
    log: () => undefined,
    homeCommunityId: communityId,
  }
  return { runtime, dispatch: createDispatch(runtime) }
}
let opened = open()

const jobContext = (): JobContext => ({ store: opened.runtime.store, files: opened.runtime.files, now })

/** Points for something done, under an id of its own, in one transaction; once, however often it is asked. */
const give = ({ id, kind, ownerId, halfPoints }: Extract<Work, { do: 'award' }>): Promise<Envelope> =>
  opened.runtime.store.transact(async (tx): Promise<Envelope> => {
    const before = await tx.transfers.get(id)
    if (before) return { ok: true, data: { id: before._id, hash: before.hash } }
    const fresh = { accountId: `account-${kind}-${ownerId}`, salt: `salt-${ownerId}`, now }
    const member = await memberOf(tx, { kind, ownerId, communityId }, fresh)
    const what = { id, halfPoints, issuer: issuerAccount(communityId), at: toInstant(now) }
    const draft = award(member.account, what, bankRules)
    if (isRefusal(draft)) return { ok: false, error: { code: draft.refused, message: '', requestId: id } }
    const note = { actorId: ownerId, title: '捡拾垃圾', reason: null, subjectId: null }
    const { transfer } = await postTransfer(tx, member, draft, note)
    return { ok: true, data: { id, hash: transfer.hash } }
  })

const done = async (work: Work): Promise<Envelope> => {
  if (work.do === 'call') return opened.dispatch(work.call, { openid: work.openid, requestId: 'trust' })
  if (work.do === 'award') return give(work)
  return { ok: true, data: await jobs[work.do](jobContext()) }
}

process.on('message', (message: Message) => {
  now = message.now
  if ('environment' in message) {
    Object.assign(process.env, message.environment, { SILENCE: 'true' })
    opened = open()
    process.send?.({ n: message.n, answer: { ok: true, data: null } })
    return
  }
  const failed = (error: unknown): Envelope => ({
    ok: false,
    error: { code: 'INTERNAL', message: String(error), requestId: 'trust' },
  })
  void done(message.work)
    .catch(failed)
    .then((answer) => process.send?.({ n: message.n, answer }))
})
// Whoever started it has gone, in the middle of an answer as well.
process.on('disconnect', () => process.exit(0)).on('error', () => process.exit(0))
