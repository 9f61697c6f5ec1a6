import fc from 'fast-check'
import { defaultIssueRules, movesFor } from '@/shared/domain/issues/allowed-moves'
import {
  checkOf,
  subjectsToAsk,
  withAnswers,
  withCheckDue,
  withVerdict,
  type CheckAnswer,
} from '@/shared/domain/issues/content-check'
import type { CheckSubject } from '@/shared/domain/issues/content-check-record'
import { decideCheck } from '@/shared/domain/issues/decide-check'
import { decideMove } from '@/shared/domain/issues/decide-move'
import { filesOf } from '@/shared/domain/issues/files'
import type { Issue } from '@/shared/domain/issues/issue'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { addProgress } from '@/shared/domain/issues/progress'
import { publicPartsOf } from '@/shared/domain/issues/public-parts'
import { detailOf } from '@/shared/domain/issues/view'
import { isRefusal } from '@/shared/kernel/decision'
import type { IssueMove } from '@/shared/kernel/vocabulary'
import { minuteMs } from '@/shared/kernel/time'
import { communityWorker, follower, morning, owner, partyOf, person, report, reporter } from './people'

type Suggest = 'pass' | 'review' | 'risky' | 'failed'
const suggests: readonly Suggest[] = ['pass', 'pass', 'pass', 'review', 'risky', 'failed']
const neighbour = person('neighbour')
const movers = [reporter, owner, communityWorker]
const secret = '只有通过检测才给别人看的话'

interface Event {
  readonly kind: 'ask' | 'verdict' | 'move' | 'progress' | 'decide' | 'time'
  readonly pick: number
}
const event: fc.Arbitrary<Event> = fc.record({
  kind: fc.constantFrom('ask', 'ask', 'verdict', 'verdict', 'verdict', 'move', 'move', 'progress', 'decide', 'time'),
  pick: fc.nat(1_000_000),
})

/** One issue, everything WeChat still owes an answer on, and beside it a plain book of what was ever cleared. */
class Walk {
  issue: Issue
  now = morning
  /** Questions about photos; none ever leaves, so that answers come late, twice, out of order or never. */
  private readonly questions: { fileId: string; round: number }[] = []
  private readonly cleared = new Set<CheckSubject>()
  private readonly unsure = new Set<CheckSubject>()
  private photos = 0

  constructor(photos: number) {
    const fileIds = Array.from({ length: photos }, () => this.photo())
    const fresh = newIssue(report({ fileIds, text: secret }, 'litter'), morning, defaultIssueRules)
    this.issue = withCheckDue(null, {
      ...fresh,
      followers: [follower(neighbour.personId)],
    })
  }

  take({ kind, pick }: Event): void {
    if (kind === 'ask') this.ask(pick)
    else if (kind === 'verdict') this.verdict(pick)
    else if (kind === 'move') this.move(pick)
    else if (kind === 'progress') this.progress()
    else if (kind === 'decide') this.decide(pick)
    else this.now += (pick % 200) * minuteMs
  }

  /** What residents would see that nobody cleared. */
  leaks(): CheckSubject[] {
    const { isPublic, textCheck, passedFileIds } = this.issue
    const parts = publicPartsOf(this.issue)
    const shown = [...passedFileIds, ...parts.fileIds, ...parts.resultFileIds, ...(isPublic ? this.issue.fileIds : [])]
    const subjects: CheckSubject[] = isPublic || textCheck === 'passed' || parts.text ? ['text', ...shown] : shown
    return subjects.filter((subject) => !this.cleared.has(subject))
  }

  /** The same of the page of a neighbour who reported the same thing. */
  leaksToNeighbour(): CheckSubject[] {
    const urls = new Map(filesOf(this.issue).map((fileId) => [fileId, `see ${fileId} `]))
    const page = JSON.stringify(
      detailOf(this.issue, neighbour, { urls, rules: defaultIssueRules, parent: null, children: [] }, this.now),
    )
    const photos = [...urls].filter(([fileId, url]) => page.includes(url) && !this.cleared.has(fileId))
    return [
      ...photos.map(([fileId]) => fileId),
      ...(page.includes(secret) && !this.cleared.has('text') ? ['text'] : []),
    ]
  }

  private photo(): string {
    return `cloud://x/photo-${this.photos++}.jpg`
  }

  /** The job: text is answered at once, photos are taken in or not. */
  private ask(pick: number): void {
    const { round } = checkOf(this.issue)
    const answers = subjectsToAsk(this.issue, this.now).map((subject, at): [CheckSubject, CheckAnswer] => {
      const roll = (pick >> at) % 6
      if (roll === 5) return [subject, { kind: 'later', minutes: 1 }]
      if (subject !== 'text') {
        this.questions.push({ fileId: subject, round })
        return [subject, { kind: 'asked', traceId: `t-${this.questions.length}` }]
      }
      const suggest = suggests[roll]!
      if (suggest === 'failed') return [subject, { kind: 'unaskable', label: 'inactive' }]
      this.book('text', round, suggest)
      return [subject, { kind: 'verdict', suggest, label: '20006' }]
    })
    for (const [subject, answer] of answers) if (answer.kind === 'unaskable') this.book(subject, round, 'review')
    this.issue = withAnswers(this.issue, round, new Map(answers), this.now)
  }

  private verdict(pick: number): void {
    const question = this.questions[pick % Math.max(1, this.questions.length)]
    const suggest = suggests[pick % suggests.length]!
    if (!question) return
    this.book(question.fileId, question.round, suggest)
    this.issue = withVerdict(this.issue, { ...question, suggest, label: '20006' }, this.now)
  }

  private book(subject: CheckSubject, round: number, suggest: Suggest): void {
    if (round !== checkOf(this.issue).round) return
    if (suggest === 'pass') this.cleared.add(subject)
    if (suggest === 'review') this.unsure.add(subject)
    if (suggest !== 'risky') return
    this.cleared.delete(subject)
    this.unsure.delete(subject)
  }

  private move(pick: number): void {
    const mover = movers[pick % movers.length]!
    const allowed = movesFor(this.issue, mover, this.now).filter(({ move }) => move !== 'withdraw' || pick % 9 === 0)
    const chosen = allowed[pick % Math.max(1, allowed.length)]
    if (chosen) this.make(chosen.move, mover)
  }

  private make(move: IssueMove, mover: (typeof movers)[number]): void {
    const input = {
      reason: '理由',
      result: 'resolved' as const,
      sentence: '处理过了',
      personId: 'w-2',
      until: '2026-12-01',
      parentId: 'i-parent',
      turnTo: '12345',
      fileIds: ['resubmit', 'submit', 'solveOnSpot'].includes(move) ? [this.photo()] : [],
      beforeFileIds: move === 'solveOnSpot' ? [this.photo()] : [],
    }
    const worker = person('w-2', ['gridWorker', 'grid', 'g-6'])
    const decided = decideMove(this.issue, move, input, mover, this.now, {
      ...defaultIssueRules,
      person: { party: partyOf(worker, 'gridWorker'), isPresent: true },
      parent: { _id: 'i-parent', code: '1125-ABCD', state: 'handling', classCode: this.issue.classCode },
      route: null,
    })
    if (!isRefusal(decided)) this.issue = withCheckDue(this.issue, decided)
  }

  private progress(): void {
    const noted = addProgress(this.issue, { text: '已到现场', fileIds: [this.photo()] }, owner, this.now)
    if (!isRefusal(noted)) this.issue = withCheckDue(this.issue, noted)
  }

  private decide(pick: number): void {
    const decision = (['pass', 'pass', 'reject', 'askAgain'] as const)[pick % 4]!
    const decided = decideCheck(this.issue, decision, communityWorker, this.now)
    if (isRefusal(decided)) return
    if (decision === 'pass') for (const subject of this.unsure) this.cleared.add(subject)
    this.unsure.clear()
    this.issue = decided
  }
}

/** Whether it says so when something waits for a person, by which the desk finds it. */
const isMarked = ({ isToReview = false, ...issue }: Issue): boolean =>
  isToReview === checkOf(issue).held.some(({ verdict }) => verdict === 'review')

const seen = { public: 0, held: 0, again: 0, photos: 0 }

test('over ten thousand orders of events, nothing that was not cleared ever reaches a resident, and what waits for a look is marked', () => {
  fc.assert(
    fc.property(fc.nat(2), fc.array(event, { minLength: 8, maxLength: 24, size: 'max' }), (photos, events) => {
      const walk = new Walk(photos)
      for (const one of events) {
        walk.take(one)
        const leaks = walk.leaks()
        if (leaks.length > 0) throw new Error(`shown without being cleared: ${leaks.join()} after ${one.kind}`)
        if (!isMarked(walk.issue)) throw new Error(`not marked as it waits, after ${one.kind}`)
        if (walk.issue.isPublic) seen.public++
      }
      if (walk.leaksToNeighbour().length > 0) throw new Error(`a neighbour sees ${walk.leaksToNeighbour().join()}`)
      const { held, round } = checkOf(walk.issue)
      seen.held += held.length > 0 ? 1 : 0
      seen.again += round > 1 ? 1 : 0
      seen.photos += walk.issue.passedFileIds.length
    }),
    { numRuns: 10_000 },
  )
})

test('and those orders went everywhere: shown, held, asked again, with photos', () => {
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(300)
})
