import { getCloudbaseContext } from '@cloudbase/node-sdk'
import { openCloud } from '../adapters/cloud'
import { askVerifiers } from './ask-verifiers'
import type { Job } from './job'
import { resumeSuspended, withdrawSilent } from './move-by-time'
import { remindCommitments } from './remind-commitments'
import { removeUnusedFiles } from './remove-unused-files'
import { sweepExpired } from './sweep-expired'

/** Every job by the name of its timer in cloudbaserc.json. */
const jobs: Record<string, Job> = {
  resumeSuspended,
  withdrawSilent,
  askVerifiers,
  remindCommitments,
  removeUnusedFiles,
  sweepExpired,
}

const { store, files } = openCloud(process.env)

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
