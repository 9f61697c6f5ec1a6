import type { Actor } from '../../kernel/actor'
import { checkOf, isChecked } from './content-check'
import type { Held } from './content-check-record'
import { checkDecisionsFor } from './decide-check'
import { filesOf } from './files'
import type { Issue, IssueEntry } from './issue'
import { neighbourWords } from './neighbour-words'
import { publicPartsOf } from './public-parts'
import { canSeeIssue, canSeeReporter, canSeeUnchecked } from './sight'
import type { Works } from './works-shape'

/** Stands where words are that have not passed. */
export const hiddenWords = '（内容通过检测后显示）'

/**
 * Whether somebody sees an issue only as one more resident who follows it: without that they would not see it. To them applies what
 * applies to the public, while the reporter and staff see at once what was written and photographed.
 */
const isOnlyNeighbour = (issue: Issue, viewer: Actor): boolean =>
  canSeeIssue(issue, viewer) && !canSeeUnchecked(issue, viewer)

const isResidents = ({ actor, kind }: IssueEntry): boolean =>
  actor !== null && (actor.role === null || kind === 'reported' || kind === 'rating')

const passedPairs = ({ pairs }: Works, passed: readonly string[]): Works['pairs'] =>
  pairs
    .filter(({ beforeId }) => passed.includes(beforeId))
    .map((pair) => ({ ...pair, afterId: pair.afterId && passed.includes(pair.afterId) ? pair.afterId : null }))

/**
 * The issue for staff who may not know its reporter (an outside body; an unnamed report), its words rid of name and numbers before a
 * row cuts them: half a number would tell too. What stands in other fields goes with the answer (`wordsFor`).
 */
const withoutReporter = (issue: Issue): Issue => {
  const { words } = issue.place
  return {
    ...issue,
    text: neighbourWords(issue.text, issue),
    place: { ...issue.place, words: words && neighbourWords(words, issue) },
  }
}

/** The issue with only that of its words and photos that one person may see: by the content check, and by whether they may know its reporter. */
export const contentSeenBy = (issue: Issue, viewer: Actor): Issue => {
  if (!isOnlyNeighbour(issue, viewer)) return canSeeReporter(issue, viewer) ? issue : withoutReporter(issue)
  const { text, fileIds, resultFileIds } = publicPartsOf(issue)
  const { words } = issue.place
  return {
    ...issue,
    text: text || hiddenWords,
    fileIds: [...fileIds],
    resultFileIds: [...resultFileIds],
    place: { ...issue.place, words: words && issue.textCheck === 'passed' ? neighbourWords(words, issue) : null },
    works: issue.works && {
      ...issue.works,
      what: neighbourWords(issue.works.what, issue),
      pairs: passedPairs(issue.works, issue.passedFileIds),
    },
    rating: issue.rating && { ...issue.rating, text: null },
    timeline: issue.timeline.map((entry) => ({
      ...entry,
      text: entry.text && !isResidents(entry) ? neighbourWords(entry.text, issue) : null,
      fileIds: entry.fileIds.filter((fileId) => issue.passedFileIds.includes(fileId)),
    })),
  }
}

/** What the check calls what it found; the numbers are WeChat's (label). */
const labelNames: Readonly<Record<string, string>> = {
  '10001': '疑似广告',
  '20001': '疑似涉及时政',
  '20002': '疑似色情',
  '20003': '疑似辱骂',
  '20006': '疑似违法犯罪',
  '20008': '疑似欺诈',
  '20012': '疑似低俗',
  '20013': '疑似侵权',
  '21000': '疑似其他风险',
  inactive: '上报人离开微信太久，没能自动检测',
  unknownPerson: '没有微信身份，没能自动检测',
  gone: '照片已不在，没能自动检测',
}
const verdictWords: Record<Held['verdict'], string> = {
  review: '等人看一看',
  risky: '不公开',
  rejected: '社区决定不公开',
}

const reasonOf = (issue: Issue, { subject, verdict, label }: Held): string => {
  const what = subject === 'text' ? '文字' : `照片 ${filesOf(issue).indexOf(subject) + 1}`
  return `${what}：${labelNames[label] ?? labelNames['21000']}，${verdictWords[verdict]}`
}

/**
 * Where the content check stands, for the reporter and for staff; null for everybody else and where nothing is checked. Why something is held
 * is for staff alone: the reporter learns that it is, not what was suspected of them.
 */
export const checkSeenBy = (issue: Issue, viewer: Actor) => {
  if (!isChecked(issue) || isOnlyNeighbour(issue, viewer)) return null
  const { held } = checkOf(issue)
  const hasAll = issue.textCheck === 'passed' && filesOf(issue).every((one) => issue.passedFileIds.includes(one))
  const isReview = held.some(({ verdict }) => verdict === 'review')
  const state = hasAll ? 'passed' : held.length === 0 ? 'waiting' : isReview ? 'review' : 'held'
  const isStaff = viewer.postings.length > 0 && issue.reporterId !== viewer.personId
  return {
    state: state as 'passed' | 'waiting' | 'review' | 'held',
    reasons: isStaff ? held.map((one) => reasonOf(issue, one)) : [],
    decisions: checkDecisionsFor(issue, viewer),
  }
}
