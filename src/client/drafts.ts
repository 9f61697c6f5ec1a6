import type { InputOf, OutputOf } from '@/shared/kernel/capability'
import type { ContractOf } from '@/shared/contracts'
import { call } from './call'
import { makeRequestId } from './request-id'
import { whoKey } from './session'
import { createShelf, waitingOf, type Kept } from './shelf'

type Report = InputOf<ContractOf<'issues.reportIssue'>>
export type Reported = OutputOf<ContractOf<'issues.reportIssue'>>

/** A report on this phone. */
export interface Draft extends Kept {
  step: number
  classCode?: string
  text: string
  place: Partial<Report['place']>
  placeLabel: string
  gridId?: string
  isUnnamed: boolean
  /** Whom a complaint is about. */
  aboutPersonId?: string
  /** Found on duty or reported as a resident; undefined until somebody who may do both has come to that question. */
  source?: Report['source']
  /** The closed issue that broke again (又坏了). */
  follows?: { id: string; code: string }
  /** Written for somebody else (代报): in which assistance, and for whom. */
  assistance?: { id: string; forName: string; householdId: string | null }
}

/** What an empty form shows before its draft is put down. */
export const blankDraft: Draft = {
  id: '',
  who: '',
  state: 'editing',
  requestId: '',
  step: 0,
  photos: [],
  text: '',
  place: {},
  placeLabel: '',
  isUnnamed: false,
  updatedAt: 0,
}

const shelf = createShelf<Draft, Reported>({
  key: 'report-drafts',
  purposeOf: () => 'issue',
  deliver: (draft) =>
    call(
      'issues.reportIssue',
      {
        classCode: draft.classCode ?? '',
        text: draft.text,
        place: draft.place,
        fileIds: draft.photos.flatMap((photo) => (photo.fileId ? [photo.fileId] : [])),
        gridId: draft.gridId,
        isUnnamed: draft.isUnnamed,
        aboutPersonId: draft.aboutPersonId,
        source: draft.source,
        assistanceId: draft.assistance?.id,
        followsId: draft.follows?.id,
      },
      draft.requestId,
    ),
})

/** Every draft on this phone. */
export const useDrafts = shelf.useKept

/** True for a draft that whoever is here may go on writing. */
export const isOpenDraft = ({ who, state }: Draft): boolean =>
  who === whoKey() && (state === 'editing' || state === 'refused')

/** The report being written, or a new empty one. */
export const openDraft = (): Draft => {
  const found = shelf.all().find(isOpenDraft)
  if (found) return found
  const draft: Draft = {
    ...blankDraft,
    id: makeRequestId(),
    who: whoKey(),
    requestId: makeRequestId(),
    updatedAt: Date.now(),
  }
  shelf.add([draft])
  return draft
}

type Typed = Partial<Omit<Draft, 'id' | 'who' | 'state' | 'requestId'>>

/**
 * Keeps what was typed. A change after a refusal is a new request; what the server refused is not asked again. A draft that is
 * finished or on its way is no longer written on: whatever comes late comes too late, and would make a second issue.
 */
export const editDraft = (id: string, fields: Typed | ((draft: Draft) => Typed)): void => {
  const draft = shelf.all().find((one) => one.id === id)
  if (!draft || !isOpenDraft(draft)) return
  const typed = typeof fields === 'function' ? fields(draft) : fields
  shelf.change(id, {
    ...typed,
    state: 'editing',
    requestId: makeRequestId(),
    problem: undefined,
    updatedAt: Date.now(),
  })
}

/** Moves between the screens of the form; what was written stays as it was. */
export const turnTo = (id: string, step: number): void => shelf.change(id, { step })

/** Throws a draft away, photos included. */
export const dropDraft = shelf.drop

/** Drafts that are finished and not yet with the server. */
export const waitingDrafts = (drafts: readonly Draft[]): Draft[] => waitingOf(drafts)

/** Sends a finished draft, as `Shelf.send` says. */
export const sendDraft = shelf.send

/** Sends every draft that waits. */
export const sendWaitingDrafts = shelf.sendWaiting
