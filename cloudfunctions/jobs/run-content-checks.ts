import { traceKey } from '@/shared/domain/issues/check-trace'
import {
  checkOf,
  subjectsToAsk,
  withAnswers,
  wordsToCheck,
  type CheckAnswer,
} from '@/shared/domain/issues/content-check'
import type { CheckSubject } from '@/shared/domain/issues/content-check-record'
import type { Issue } from '@/shared/domain/issues/issue'
import { toInstant } from '@/shared/kernel/time'
import { saveChecked } from '../capabilities/issues/save-checked'
import type { ContentCheckPort } from '../runtime/wechat-ports'
import type { JobContext } from './job'

type CheckContext = JobContext & { contentCheck: ContentCheckPort }

/** How many issues one run looks at; WeChat takes 4,000 texts and 2,000 photos a minute, and a run has a minute. */
const issuesMax = 100
const atOnce = 5

/** Who wrote the words or took the photo: the actor of the entry that brought it, else whoever entered or made the report. */
const authorOf = (issue: Issue, subject: CheckSubject): string => {
  const entry = issue.timeline.find(({ fileIds }) => subject !== 'text' && fileIds.includes(subject))
  return entry?.actor?.personId ?? issue.enteredBy?.personId ?? issue.reporterId
}

const answersAbout = async (
  issue: Issue,
  { store, files, contentCheck, now }: CheckContext,
): Promise<Map<CheckSubject, CheckAnswer>> => {
  const subjects = subjectsToAsk(issue, now)
  const photos = subjects.filter((subject) => subject !== 'text')
  const authors = [...new Set(subjects.map((subject) => authorOf(issue, subject)))]
  const [people, urls] = await Promise.all([
    store.persons.list({ where: { _id: { in: authors } } }),
    photos.length > 0 ? files.urlsOf(photos) : new Map<string, string>(),
  ])
  const openids = new Map(people.map(({ _id, openid }) => [_id, openid]))
  const ask = async (subject: CheckSubject): Promise<CheckAnswer> => {
    const openid = openids.get(authorOf(issue, subject))
    if (!openid) return { kind: 'unaskable', label: 'unknownPerson' }
    if (subject === 'text') return contentCheck.checkText(wordsToCheck(issue), openid)
    const url = urls.get(subject)
    return url ? contentCheck.askAboutImage(url, openid) : { kind: 'unaskable', label: 'gone' }
  }
  return new Map(await Promise.all(subjects.map(async (one) => [one, await ask(one)] as const)))
}

/** Asks about one issue outside any transaction, then writes what came of it. Asked twice at once, it is only asked twice. */
const checkIssue = async (seen: Issue, context: CheckContext): Promise<void> => {
  const { store, now } = context
  const { round } = checkOf(seen)
  const answers = await answersAbout(seen, context)
  const traces = [...answers].flatMap(([fileId, answer]) =>
    answer.kind === 'asked'
      ? [
          {
            _id: traceKey(answer.traceId),
            communityId: seen.communityId,
            issueId: seen._id,
            fileId,
            round,
            at: toInstant(now),
          },
        ]
      : [],
  )
  await saveChecked(store, seen._id, (issue) => withAnswers(issue, round, answers, now), now, traces)
}

/**
 * Asks WeChat about whatever residents wrote or photographed that has not been decided, the longest due first: what is new, what
 * could not be asked before, and what was asked in vain. An issue holds by itself when it is due, so a run that dies loses nothing.
 */
export const runContentChecks = async (context: CheckContext): Promise<{ done: number }> => {
  const due = await context.store.issues.list({
    where: { 'contentCheck.dueAt': { before: toInstant(context.now + 1) } },
    orderBy: [['contentCheck.dueAt', 'asc']],
    limit: issuesMax,
  })
  for (let at = 0; at < due.length; at += atOnce)
    await Promise.all(due.slice(at, at + atOnce).map((issue) => checkIssue(issue, context)))
  return { done: due.length }
}
