import { getCloudbaseContext } from '@cloudbase/node-sdk'
import { templateIdsOf } from '@/shared/domain/notices/templates'
import { openCloud } from '../adapters/cloud'
import { wechatFor } from '../adapters/open-wechat'
import { askVerifiers } from './ask-verifiers'
import { endAccounts } from './end-accounts'
import { deliverAnnouncements } from './deliver-announcements'
import type { Job, JobContext } from './job'
import { resumeSuspended, withdrawSilent } from './move-by-time'
import { remindDue } from './remind-due'
import { removeUnusedFiles } from './remove-unused-files'
import { runContentChecks as askAboutContent } from './run-content-checks'
import { sendOutbox as sendMessages } from './send-outbox'
import { sweepExpired } from './sweep-expired'
import { warnMissingCalendar } from './warn-missing-calendar'

const { store, files } = openCloud(process.env)
const wechat = wechatFor(store, process.env)
const templateIds = templateIdsOf(process.env.WECHAT_TEMPLATES)

/** What is asked of WeChat waits until an account is set up. */
const withWechat =
  (job: (context: JobContext & NonNullable<typeof wechat>) => ReturnType<Job>): Job =>
  async (context) =>
    wechat ? job({ ...context, ...wechat }) : { done: 0 }

const runContentChecks = withWechat(askAboutContent)
const sendOutbox = withWechat((context) => sendMessages({ ...context, templateIds }))

/** Every job by the name of its timer in cloudbaserc.json. */
const jobs: Record<string, Job> = {
  resumeSuspended,
  withdrawSilent,
  askVerifiers,
  removeUnusedFiles,
  sweepExpired,
  endAccounts,
  remindDue,
  warnMissingCalendar,
  deliverAnnouncements,
  runContentChecks,
  sendOutbox,
}

type Context = Parameters<typeof getCloudbaseContext>[0]

/**
 * The entry of the timers. Only timers: whoever calls with a WeChat identity is a client, and is refused. A name nobody knows
 * is an error, so that a misspelt timer is seen.
 */
export const main = async (
  event: { TriggerName?: string },
  context: Context,
): Promise<{ job: string; done: number }> => {
  if (getCloudbaseContext(context).WX_OPENID) throw new Error('jobs are for timers, not for clients')
  const name = event.TriggerName ?? ''
  const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined
  if (!job) throw new Error(`no job is called ${name}`)
  return { job: name, ...(await job({ store, files, now: Date.now() })) }
}
