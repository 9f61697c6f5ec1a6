import { answered, type CheckedWords } from '@/shared/domain/consultations/checked-words'
import { toInstant } from '@/shared/kernel/time'
import type { ContentCheckPort } from '../runtime/wechat-ports'
import type { JobContext } from './job'

type CheckContext = JobContext & { contentCheck: ContentCheckPort }

/** How many words one run asks about, of topics, comments and proposals each. */
const askedMax = 100
const atOnce = 5

interface Asked {
  name: 'consultations' | 'comments' | 'projects'
  _id: string
  words: string
  authorId: string
}

const proposed = (
  name: 'consultations' | 'projects',
  { _id, title, text, proposerId }: { _id: string; title: string; text: string; proposerId: string },
): Asked => ({ name, _id, words: `${title}\n${text}`, authorId: proposerId })

const save = async ({ name, _id }: Asked, answer: Parameters<typeof answered>[1], { store, now }: JobContext) =>
  store.transact(async (tx) => {
    const put = async <T extends CheckedWords>(documents: {
      get(id: string): Promise<T | null>
      put(document: T): Promise<void>
    }): Promise<void> => {
      const found = await documents.get(_id)
      const next = found && answered(found, answer, now)
      if (next && next !== found) await documents.put(next)
    }
    if (name === 'consultations') await put(tx.consultations)
    else if (name === 'comments') await put(tx.comments)
    else await put(tx.projects)
  })

/** Asks about one text outside any transaction, then writes what came of it. Asked twice at once, it is only asked twice. */
const ask = async (one: Asked, openids: ReadonlyMap<string, string | undefined>, context: CheckContext) => {
  const openid = openids.get(one.authorId)
  const answer = openid
    ? await context.contentCheck.checkText(one.words, openid)
    : ({ kind: 'unaskable', label: 'unknownPerson' } as const)
  await save(one, answer, context)
}

/** Asks WeChat about what residents wrote in consultations and proposals of projects and nobody has decided, the longest due first. */
export const checkTopicWords = async (context: CheckContext): Promise<{ done: number }> => {
  const { store, now } = context
  const due = {
    where: { checkDueAt: { before: toInstant(now + 1) } },
    orderBy: [['checkDueAt', 'asc']],
    limit: askedMax,
  } as const
  const [topics, comments, proposals] = await Promise.all([
    store.consultations.list(due),
    store.comments.list(due),
    store.projects.list(due),
  ])
  const asked: Asked[] = [
    ...topics.map((topic) => proposed('consultations', topic)),
    ...proposals.map((project) => proposed('projects', project)),
    ...comments.map(({ _id, text, personId }) => ({ name: 'comments' as const, _id, words: text, authorId: personId })),
  ]
  const authors = [...new Set(asked.map(({ authorId }) => authorId))]
  const people = authors.length > 0 ? await store.persons.list({ where: { _id: { in: authors } }, limit: 1000 }) : []
  const openids = new Map(people.map(({ _id, openid }) => [_id, openid]))
  for (let at = 0; at < asked.length; at += atOnce)
    await Promise.all(asked.slice(at, at + atOnce).map((one) => ask(one, openids, context)))
  return { done: asked.length }
}
