import { dateWords, momentWords } from '@/features/issues/time-words'
import type { ContractOf } from '@/shared/contracts'
import { consentStateNames, rateText, type Fraction } from '@/shared/kernel/consents'
import type { OutputOf } from '@/shared/kernel/capability'
import { dayOf, wallClock } from '@/shared/kernel/time'

export type ConsentRow = OutputOf<ContractOf<'consents.listConsents'>>['consents'][number]
export type ConsentDetail = OutputOf<ContractOf<'consents.getConsent'>>
export type Mine = NonNullable<ConsentDetail['mine']>
export type Board = NonNullable<ConsentDetail['board']>
export type Result = NonNullable<ConsentDetail['result']>
export type ContactRow = OutputOf<ContractOf<'consents.listMyContacts'>>['households'][number]

/** Where a line may break that is too long for a narrow phone, and not inside a number. */
export const breakable = '\u200b'

/** "97.29%（683/702）": what is shown, and what it is rounded from. */
export const fractionWords = (fraction: Fraction): string =>
  `${rateText(fraction)}${breakable}（${fraction.numerator}/${fraction.denominator}）`

type Timed = Pick<ConsentRow, 'state' | 'isOpen' | 'closesAt' | 'closedAt'>

/** When it ends, as people say it: midnight is 24:00 of the day before. */
const endWords = (at: string, now: string): string =>
  wallClock(at).format('HH:mm') === '00:00'
    ? `${dateWords(dayOf(Date.parse(at) - 1), dayOf(now))} 24:00`
    : momentWords(at, now)

/** How it stands, and until or since when. */
export const stateWords = ({ state, isOpen, closesAt, closedAt }: Timed, now: string): string => {
  if (isOpen) return `征询中，${endWords(closesAt, now)} 截止`
  if (state === 'open') return `${endWords(closesAt, now)} 已截止，等待复核`
  return closedAt ? `${endWords(closedAt, now)} 截止，${consentStateNames[state]}` : consentStateNames[state]
}

/** Digests are read aloud and compared in fours. */
export const grouped = (hash: string): string => hash.replace(/(.{8})(?=.)/g, '$1 ')

/** What stands in the place of a consent whose address does not say which. */
export const unnamed = { error: { message: '这个地址没有说明是哪一次征询，请从“签字征询”里打开' } }
