import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { isRefusal } from '@/shared/kernel/decision'
import { issueStates } from '@/shared/kernel/vocabulary'
import { procedures, stepsFor, takeStep, type ProcedureKind } from '@/shared/domain/issues/procedure'
import { disputesIn } from '@/shared/domain/issues/access-log'
import { setParties, withoutNames } from '@/shared/domain/issues/parties'
import { communityWorker, issueIn, morning, owner, reporter, stranger } from './people'

const classOfKind: Record<ProcedureKind, string> = { dispute: 'dispute', hazard: 'charging' }

test.each(Object.keys(procedures) as ProcedureKind[])(
  'a step of a %s that is offered is taken, and one that is not offered is refused, in every state by everybody',
  (kind) => {
    for (const state of issueStates)
      for (const actor of [owner, communityWorker, reporter, stranger])
        for (let taken = 0; taken < procedures[kind].length; taken++) {
          const steps = procedures[kind].slice(1, taken + 1).map(({ step }) => ({
            step,
            at: '2026-11-25T02:00:00.000Z',
            personId: 'somebody',
            name: '某',
            text: '情况',
          }))
          const issue = issueIn(state, { steps }, classOfKind[kind])
          const offered = stepsFor(issue, actor)
          for (const { step } of procedures[kind]) {
            const answer = takeStep(issue, { step, text: '情况', fileIds: [] }, actor, morning, defaultIssueRules)
            expect([state, actor.personId, taken, step, !isRefusal(answer)]).toEqual([
              state,
              actor.personId,
              taken,
              step,
              offered.includes(step),
            ])
            if (!isRefusal(answer)) expect(answer.issue.state).toBe(state)
          }
        }
  },
)

test('the longest name goes first, and nothing is left of any, however deep', () => {
  const issue = issueIn('handling', { parties: ['孙大江', '孙大江河'] }, 'dispute')
  const answer = { text: '孙大江河打了孙大江', list: [{ words: '孙大江' }], count: 1 }
  expect(withoutNames(answer, issue, communityWorker)).toEqual({
    text: '当事人乙打了当事人甲',
    list: [{ words: '当事人甲' }],
    count: 1,
  })
  expect(withoutNames(answer, issue, owner)).toBe(answer)
})

test('whoever was written down and then replaced stays unnamed in what was written of them', () => {
  const first = issueIn('handling', { parties: ['孙大江', '李小河'] }, 'dispute')
  const second = setParties(first, { parties: ['孙大江', '王小海'] }, owner, morning)
  if (isRefusal(second)) throw new Error('refused')
  const third = setParties(second.issue, { parties: ['李小河', '周小溪'] }, owner, morning)
  if (isRefusal(third)) throw new Error('refused')
  const answer = { text: '孙大江、李小河、王小海、周小溪' }
  expect(withoutNames(answer, second.issue, communityWorker).text).toBe('当事人甲、原登记的当事人、当事人乙、周小溪')
  expect(withoutNames(answer, third.issue, communityWorker).text).toBe(
    '原登记的当事人、当事人甲、原登记的当事人、当事人乙',
  )
})

test('a name written down by mistake is shown again once the team says so, and the log does not repeat it', () => {
  const first = issueIn('handling', { parties: ['物业', '李小河', '王小海'] }, 'dispute')
  const mended = setParties(
    first,
    { parties: ['李小河', '周小溪'], notParties: ['物业', '李小河', '从未登记'] },
    owner,
    morning,
  )
  if (isRefusal(mended)) throw new Error('refused')
  expect(mended.issue.formerParties).toEqual(['王小海'])
  expect(mended.issue.timeline.at(-1)!.text).toBe('登记了 2 位当事人，姓名只有办理的人能看到；去掉了 1 个登记错的姓名')
  expect(withoutNames({ text: '物业请李小河、王小海来' }, mended.issue, communityWorker).text).toBe(
    '物业请当事人甲、原登记的当事人来',
  )
})

test('a dispute is found wherever it stands in an answer, and nothing else is', () => {
  const dispute = { id: 'i-1', code: 'K7M3', classCode: 'dispute', text: '漏水', timeline: [], sentence: null }
  expect(disputesIn({ issues: [{ ...dispute, classCode: 'litter' }, dispute] })).toEqual([
    { issueId: 'i-1', issueCode: 'K7M3', fields: ['text'] },
  ])
  expect(disputesIn({ id: 'm-1', issueId: 'i-2', classCode: 'dispute', agenda: '议题' })).toEqual([
    { issueId: 'i-2', issueCode: '', fields: ['agenda'] },
  ])
  expect(disputesIn(null)).toEqual([])
})
