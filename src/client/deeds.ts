import type { IssueMove } from '@/shared/kernel/vocabulary'
import { call, CallError } from './call'
import { makeRequestId } from './request-id'
import { whoKey } from './session'
import { createShelf, waitingOf, type Kept, type KeptPhoto } from './shelf'

/** What a worker can do where there is no signal: it needs nothing from the server but that the issue still stands there. */
export const keptActs = ['start', 'submit', 'solveOnSpot', 'passOn', 'progress'] as const satisfies readonly (
  IssueMove | 'progress'
)[]
export type KeptAct = (typeof keptActs)[number]

/** True for a move that is kept on the phone when there is no way to the server. */
export const isKeptAct = (act: string): act is KeptAct => keptActs.some((one) => one === act)

/** What a deed says in words, as `issues.moveIssue` and `issues.addProgress` name it. */
export type DeedWords = Partial<
  Record<'result' | 'sentence' | 'reason' | 'personId' | 'parentId' | 'until' | 'turnTo' | 'text', string>
>

/** Enough of an issue to know it again on the phone, with nobody's name in it. */
export interface DeedIssue {
  id: string
  code: string
  className: string
}

/**
 * Something done to an issue (开始处理、提交结果、记进展…) that the server may not have yet. The server's time counts: it is done when
 * it arrives there.
 */
export interface Deed extends Kept {
  issue: DeedIssue
  act: KeptAct
  words: DeedWords
  /** The photos, by key, that show how it was before; all others show the result. */
  beforeKeys: string[]
}

type MoveInput = Parameters<typeof call<'issues.moveIssue'>>[1]

const idsOf = (photos: readonly KeptPhoto[]): string[] => photos.flatMap(({ fileId }) => (fileId ? [fileId] : []))

const deliver = ({ act, issue, words, photos, beforeKeys, requestId }: Deed): Promise<unknown> => {
  const isBefore = ({ local }: KeptPhoto) => beforeKeys.includes(local.key)
  const fileIds = idsOf(photos.filter((photo) => !isBefore(photo)))
  if (act === 'progress')
    return call('issues.addProgress', { id: issue.id, text: words.text ?? '', fileIds }, requestId)
  const input = { id: issue.id, move: act, ...words, fileIds, beforeFileIds: idsOf(photos.filter(isBefore)) }
  return call('issues.moveIssue', input as MoveInput, requestId)
}

const shelf = createShelf<Deed, unknown>({
  key: 'kept-deeds',
  purposeOf: ({ act }) => (act === 'progress' ? 'progress' : 'result'),
  deliver,
})

/** Every deed on this phone. */
export const useDeeds = shelf.useKept

/** Deeds of whoever is here, in the order in which they were done. */
export const deedsOf = (kept: readonly Deed[]): Deed[] => kept.filter(({ who }) => who === whoKey())

/** A deed by its id, when it is of whoever is here. */
export const deedBy = (id: string): Deed | undefined => deedsOf(shelf.all()).find((deed) => deed.id === id)

/** Deeds that are finished and not yet with the server. */
export const waitingDeeds = (kept: readonly Deed[]): Deed[] => waitingOf(kept)

/** Throws a deed away, photos included. */
export const dropDeed = shelf.drop

/** Takes a deed off the phone whose words and photos live on in another. */
export const takeDeed = shelf.take

/** Sends a deed now, as `Shelf.send` says. */
export const sendDeed = shelf.send

/** Sends every deed that waits. */
export const sendWaitingDeeds = shelf.sendWaiting

export type Done = Pick<Deed, 'issue' | 'act'> & Partial<Pick<Deed, 'words' | 'photos' | 'beforeKeys'>>

const deedOf = ({ issue: { id, code, className }, ...done }: Done): Deed => ({
  words: {},
  photos: [],
  beforeKeys: [],
  ...done,
  issue: { id, code, className },
  id: makeRequestId(),
  who: whoKey(),
  state: 'waiting',
  requestId: makeRequestId(),
  updatedAt: Date.now(),
})

/** The same beginning, when it waits already: whoever taps again without a signal has begun once. */
const heldStart = ({ issue, act }: Done): Deed | undefined =>
  act === 'start'
    ? deedsOf(shelf.all()).find((one) => one.state === 'waiting' && one.act === act && one.issue.id === issue.id)
    : undefined

const isCut = (error: unknown): boolean =>
  error instanceof CallError && (error.isTransient || error.code === 'UNAUTHENTICATED')

/** A phone without room keeps nothing; then the deed is only sent, and stays with its form when that does not work. */
const putDown = (deeds: readonly Deed[]): boolean => {
  try {
    shelf.add(deeds)
    return true
  } catch {
    return false
  }
}

const noRoom = new CallError('OFFLINE', '网络不通，手机里也存不下了。请减少照片，或等有信号再提交')

/**
 * Does one thing from its form. It is on the phone before it is sent, so that closing the app loses nothing and doing it again does it
 * once. `kept`: there is no way to the server now, and it goes out by itself. Throws a `CallError` for a "no", with the deed off the
 * phone again: the form still has it.
 */
export const perform = async (done: Done): Promise<'sent' | 'kept'> => {
  const held = heldStart(done)
  const deed = held ?? deedOf(done)
  if (!held && !putDown([deed])) {
    if (deed.photos.some(({ fileId }) => !fileId)) throw noRoom
    await deliver(deed).catch((error: unknown) => {
      throw isCut(error) ? noRoom : error
    })
    return 'sent'
  }
  try {
    await shelf.send(deed.id)
    return 'sent'
  } catch (error) {
    if (isCut(error)) return 'kept'
    shelf.take(deed.id)
    throw error
  }
}

/** What was given for an act that came back: the deeds that hold it, and their words and photos. */
export interface Earlier {
  ids: string[]
  words: DeedWords
  photos: KeptPhoto[]
}

/**
 * What came back of one act for these issues and goes on in one form for all of them: words, where what came back says the same of
 * each, and photos, where it is a single one, because a photo shows one place. Null where there is nothing of the kind.
 */
export const earlierOf = (act: KeptAct, issueIds: readonly string[]): Earlier | null => {
  const back = deedsOf(shelf.all()).filter(
    (deed) => deed.state === 'refused' && deed.act === act && issueIds.includes(deed.issue.id),
  )
  const said = new Set(back.map(({ words }) => JSON.stringify(words)))
  const fits = issueIds.length === 1 ? back.slice(-1) : back.filter(({ photos }) => photos.length === 0)
  if (fits.length === 0 || (issueIds.length > 1 && said.size > 1)) return null
  return { ids: fits.map(({ id }) => id), words: fits[0]!.words, photos: fits[0]!.photos }
}

/** What became of several things done at once. */
export interface Tally {
  sent: number
  kept: number
  refused: number
}

/**
 * Does several things, each a command of its own: all are on the phone before the first is sent, so that a lost line or a closed app
 * goes on where it was and does nothing twice. What is refused stays on the phone with its reason.
 */
export const performAll = async (all: readonly Done[], onStep: (finished: number) => void): Promise<Tally> => {
  const held = all.map(heldStart)
  const deeds = all.map((done, at) => held[at] ?? deedOf(done))
  if (!putDown(deeds.filter((deed) => !held.includes(deed)))) throw noRoom
  const stateOf = (id: string) => shelf.all().find((one) => one.id === id)?.state
  for (const [at, { id }] of deeds.entries()) {
    const error = stateOf(id) === 'waiting' ? await shelf.send(id).catch((failed: unknown) => failed) : null
    onStep(at + 1)
    if (isCut(error)) break
  }
  // By what lies on the phone and not by the answers: a line that came back meanwhile may have sent some of them already.
  const states = deeds.map(({ id }) => stateOf(id))
  const refused = states.filter((state) => state === 'refused').length
  const sent = states.filter((state) => state === undefined).length
  return { sent, kept: deeds.length - sent - refused, refused }
}
