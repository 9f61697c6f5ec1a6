import { roundedPercent } from './percent'

/** Words of a household consent (签字征询) that pages, contracts and rules share. */

export const answers = ['agree', 'disagree', 'abstain'] as const
export type AnswerCode = (typeof answers)[number]
export const answerNames: Record<AnswerCode, string> = { agree: '同意', disagree: '不同意', abstain: '弃权' }

/** Online with a signature drawn by hand, or on paper that somebody else enters. */
export const channels = ['online', 'paper'] as const
export type Channel = (typeof channels)[number]
export const channelNames: Record<Channel, string> = { online: '网上签字', paper: '纸质签字' }

/** How a household stands that has no answer yet, and the three answers. */
export const householdStatuses = ['notContacted', 'contacted', 'unreachable', ...answers] as const
export type HouseholdStatus = (typeof householdStatuses)[number]
export const householdStatusNames: Record<HouseholdStatus, string> = {
  notContacted: '未联系',
  contacted: '已联系',
  unreachable: '联系不上',
  ...answerNames,
}

/** Which of several answers counts: the last valid one, or online over paper. Said before opening, never changed after. */
export const conflictRules = ['latest', 'online'] as const
export type ConflictRule = (typeof conflictRules)[number]
export const conflictRuleNames: Record<ConflictRule, string> = {
  latest: '以最后一次有效意见为准',
  online: '网上签字优先于纸质签字',
}

/** 民法典 art. 278: items 1–5 and 9 are ordinary, items 6–8 special. Changing the use of common ground for parking is item 8. */
export const matters = ['ordinary', 'special'] as const
export type Matter = (typeof matters)[number]
export const matterNames: Record<Matter, string> = { ordinary: '一般事项', special: '重大事项（第六至八项）' }

/**
 * opening: the set of households is being frozen · open · closed: nobody answers any more, the recount is under way · counted: recounted
 * and signed, not yet published · published.
 */
export const consentStates = ['opening', 'open', 'closed', 'counted', 'published'] as const
export type ConsentState = (typeof consentStates)[number]
export const consentStateNames: Record<ConsentState, string> = {
  opening: '正在冻结户册',
  open: '征询中',
  closed: '正在复核',
  counted: '待公布',
  published: '已公布',
}

/**
 * So many years after a result is published the names, signatures and photos behind the answers are kept (签字材料保存期): as long as an
 * owner may go to court over what was done by it (民法典 art. 188), which covers the year in which they may have it set aside (art. 280).
 */
export const notesKeptYears = 3

/** How a contact tried to reach a household (联系方式). */
export const contactWays = ['visit', 'phone', 'message', 'letter'] as const
export type ContactWay = (typeof contactWays)[number]
export const contactWayNames: Record<ContactWay, string> = {
  visit: '上门',
  phone: '电话',
  message: '发链接',
  letter: '寄信',
}

/** Two integers; rounded only for display. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

/** A fraction for people with two decimals: 683/702 is "97.29%". A dash of nothing. */
export const rateText = ({ numerator, denominator }: Fraction): string =>
  denominator === 0 ? '—' : roundedPercent(numerator, denominator, 2)
