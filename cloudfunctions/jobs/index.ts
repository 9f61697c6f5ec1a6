import { getCloudbaseContext } from '@cloudbase/node-sdk'
import { templateIdsOf } from '@/shared/domain/notices/template-ids'
import { openCloud } from '../adapters/cloud'
import { wechatFor } from '../adapters/open-wechat'
import { askVerifiers } from './ask-verifiers'
import { checkActivityWords as askAboutActivities } from './check-activity-words'
import { checkLedgers } from './check-ledgers'
import { checkTopicWords as askAboutTopics } from './check-topic-words'
import { endAccounts } from './end-accounts'
import { findClusters } from './find-clusters'
import { lapseAdoptions } from './lapse-adoptions'
import { countConsents } from './count-consents'
import { deliverAnnouncements } from './deliver-announcements'
import { expireHolds } from './expire-holds'
import { expirePoints } from './expire-points'
import { foldRankings } from './fold-rankings'
import { foldRates } from './fold-rates'
import { foldService } from './fold-service'
import { joinEntered } from './join-entered'
import type { Job, JobContext } from './job'
import { resumeSuspended, withdrawSilent } from './move-by-time'
import { remindDue } from './remind-due'
import { remindCommitments } from './remind-commitments'
import { makeSessions } from './make-sessions'
import { openConsents } from './open-consents'
import { removeOldExports } from './remove-old-exports'
import { removeUnusedFiles } from './remove-unused-files'
import { runContentChecks as askAboutContent } from './run-content-checks'
import { sendOutbox as sendMessages } from './send-outbox'
import { stepSessions } from './step-sessions'
import { stepTopics } from './step-topics'
import { sweepExpired } from './sweep-expired'
import { tellConsents } from './tell-consents'
import { tellMovedUp } from './tell-moved-up'
import { warnMissingCalendar } from './warn-missing-calendar'
import { writeExports } from './write-exports'

const { store, files } = openCloud(process.env)
const wechat = wechatFor(store, process.env)
const templateIds = templateIdsOf(process.env.WECHAT_TEMPLATES)

/** What is asked of WeChat waits until an account is set up. */
const withWechat =
  (job: (context: JobContext & NonNullable<typeof wechat>) => ReturnType<Job>): Job =>
  async (context) =>
    wechat ? job({ ...context, ...wechat }) : { done: 0 }

const runContentChecks = withWechat(askAboutContent)
const checkActivityWords = withWechat(askAboutActivities)
const checkTopicWords = withWechat(askAboutTopics)
const sendOutbox = withWechat((context) => sendMessages({ ...context, templateIds }))

/**
 * Every timer of cloudbaserc.json, and the jobs it runs one after another. CloudBase gives a function ten timers, so jobs of one
 * hour share one; by hand each may be run by its own name too.
 */
const timers = {
  atMidnight: { resumeSuspended, withdrawSilent, lapseAdoptions, expirePoints, makeSessions },
  atNight: { removeUnusedFiles, removeOldExports, endAccounts },
  inTheMorning: { askVerifiers, remindCommitments, warnMissingCalendar },
  everyHour: { sweepExpired, foldService, foldRankings },
  everyFiveMinutes: {
    remindDue,
    findClusters,
    foldRates,
    checkLedgers,
    stepSessions,
    tellMovedUp,
    expireHolds,
    stepTopics,
  },
  everyMinute: {
    deliverAnnouncements,
    joinEntered,
    runContentChecks,
    checkActivityWords,
    checkTopicWords,
    sendOutbox,
    writeExports,
    openConsents,
    countConsents,
    tellConsents,
  },
} satisfies Record<string, Record<string, Job>>

type Context = Parameters<typeof getCloudbaseContext>[0]

/** Runs one job after another; one that fails holds up none of the rest, and is thrown once they are done. */
const runAll = async (jobs: Record<string, Job>): Promise<Record<string, number>> => {
  const done: Record<string, number> = {}
  const failures: unknown[] = []
  for (const [name, job] of Object.entries(jobs))
    try {
      done[name] = (await job({ store, files, now: Date.now() })).done
    } catch (error) {
      failures.push(new Error(`${name} failed`, { cause: error }))
    }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} jobs failed`)
  return done
}

/**
 * The entry of the timers. Only timers: whoever calls with a WeChat identity is a client, and is refused. A name nobody knows
 * is an error, so that a misspelt timer is seen.
 */
export const main = async (
  event: { TriggerName?: string },
  context: Context,
): Promise<{ timer: string; done: Record<string, number> }> => {
  if (getCloudbaseContext(context).WX_OPENID) throw new Error('jobs are for timers, not for clients')
  const name = event.TriggerName ?? ''
  const jobs = Object.entries(timers).find(([timer]) => timer === name)?.[1]
  if (!jobs) throw new Error(`no timer is called ${name}`)
  return { timer: name, done: await runAll(jobs) }
}
