import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, issueOf, useWorld } from '../world'
import { desk, helper, owner, quarrel, strangers } from './shared'

const world = useWorld()
const name = 'issues.setParties' satisfies CapabilityName
const parties = ['孙大江', '孙大江河']
const officers: Record<string, string[]> = {
  'officer-comprehensive': [],
  'officer-justice': ['地点'],
  'officer-police': ['办理过程', '承诺事项'],
  'officer-labour': ['地点', '办理过程'],
  'officer-law-enforcement': ['情况说明', '办理过程', '处理结果'],
}

test('the team knows the names; they are in no answer to anybody else, however they came into the words', async () => {
  const id = await quarrel(world)
  await expectOnce(world, desk, name, { id, parties }, { id, parties: ['李小河', '王小海'] })
  await world.ask(desk, 'issues.takeStep', { id, step: 'accepted', text: '孙大江和孙 大 江 河都联系上了' })
  for (const personId of Object.keys(officers))
    await world.ask(desk, 'issues.addHelper', { id, personId, task: '了解孙大江家的情况' })
  const { id: meetingId } = await world.ask(desk, 'issues.callMeeting', {
    id,
    startsAt: '2026-11-26T01:00:00.000Z',
    place: '孙大江家楼下',
    agenda: '孙大江河的要求',
    personIds: [helper],
  })
  await world.ask(desk, 'issues.addCommitment', { id, what: '陪孙大江修水管', personId: helper, dueOn: '2026-12-01' })
  const known = await world.ask(desk, 'issues.getIssue', { id })
  expect([known.parties, known.timeline.at(-1)!.text]).toEqual([parties, expect.stringContaining('孙大江')])
  for (const persona of [...Object.keys(officers), 'community-worker-2']) {
    const answers = [
      await world.ask(persona, 'issues.getIssue', { id }),
      await world.ask(persona, 'issues.getMeeting', { id: meetingId }),
      await world.send(persona, 'issues.listDepartmentIssues', { part: 'help', of: 'mine' }),
      await world.send(persona, 'issues.listCommitments', { of: 'mine' }),
      await world.send(persona, 'issues.listMeetings', { of: 'mine' }),
      await world.send(persona, 'issues.listQueue', { view: 'community' }),
      await world.send(persona, 'notices.listNotices', {}),
    ]
    expect([persona, /孙\s*大\s*江/.test(JSON.stringify(answers))]).toEqual([persona, false])
  }
  const seen = await world.ask('community-worker-2', 'issues.getIssue', { id })
  expect(seen.procedure!.taken.at(-1)!.text).toBe('当事人甲和当事人乙都联系上了')
  expect((await world.ask('resident-grid-6', 'issues.getIssue', { id })).text).toContain('孙大江家漏水')
  expect((await world.ask('resident-grid-6', 'issues.listMyIssues', {})).issues[0]!.text).toContain('孙大江家漏水')
})

test('each department sees the fields its part needs and is told which it does not', async () => {
  const id = await quarrel(world)
  await world.ask(desk, 'issues.takeStep', { id, step: 'accepted', text: '已约双方' })
  for (const personId of Object.keys(officers))
    await world.ask(desk, 'issues.addHelper', { id, personId, task: '协助' })
  for (const [persona, hidden] of Object.entries(officers)) {
    const seen = await world.ask(persona, 'issues.getIssue', { id })
    expect([persona, seen.hiddenFields]).toEqual([persona, hidden])
    expect(seen.text.includes('漏水')).toBe(!hidden.includes('情况说明'))
    const places = JSON.stringify([seen.place, seen.placeLabel, seen.gridName])
    expect(places.includes('陶埙苑')).toBe(!hidden.includes('地点'))
    if (hidden.includes('地点')) expect(JSON.stringify(seen)).not.toContain('第六网格')
    expect(JSON.stringify([seen.timeline, seen.procedure]).includes('已约双方')).toBe(!hidden.includes('办理过程'))
    const [row] = (await world.ask(persona, 'issues.listDepartmentIssues', { part: 'help' })).issues
    expect([row!.text, row!.placeLabel]).toEqual([seen.text, seen.placeLabel])
  }
})

test('a name written down by mistake: the team sees it and strikes it, nobody else sees it or learns which it was', async () => {
  const id = await quarrel(world)
  await world.ask(desk, name, { id, parties: ['物业', '李小河'] })
  await world.ask(desk, 'issues.takeStep', { id, step: 'accepted', text: '物业约了双方' })
  await world.ask(desk, name, { id, parties: ['王小海', '李小河'] })
  const seenBy = async (persona: string) => {
    const { formerParties, procedure } = await world.ask(persona, 'issues.getIssue', { id })
    return [formerParties, procedure!.taken.at(-1)!.text]
  }
  expect(await seenBy(desk)).toEqual([['物业'], '物业约了双方'])
  expect(await seenBy('community-worker-2')).toEqual([[], '原登记的当事人约了双方'])
  await expectOnce(
    world,
    desk,
    name,
    { id, parties: ['王小海', '李小河'], notParties: ['物业'] },
    { id, parties: ['王小海', '李小河'] },
  )
  expect(await seenBy(desk)).toEqual([[], '物业约了双方'])
  expect(await seenBy('community-worker-2')).toEqual([[], '物业约了双方'])
  const { timeline } = await world.ask('community-worker-2', 'issues.getIssue', { id })
  const struck = timeline.filter(({ text }) => text?.includes('登记错的姓名'))
  expect([struck.length, JSON.stringify(struck).includes('物业')]).toEqual([1, false])
})

test('FORBIDDEN for all but the team, and for what is no dispute; names must be names', async () => {
  const id = await quarrel(world)
  await world.ask(desk, 'issues.addHelper', { id, personId: helper, task: '协助' })
  for (const persona of [helper, 'community-worker-2', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, parties })
  for (const wrong of [['孙大江'], ['孙', '李'], ['孙大江', '孙大江'], ['abc', 'def'], ['issue-1', '孙大江']])
    await expectRefused(world, 'INVALID_INPUT', desk, name, { id, parties: wrong })
  expect(issueOf(world, id).parties).toBeUndefined()
})

test('a dispute somebody may not see is absent to them', async () => {
  const id = await quarrel(world)
  for (const persona of [...strangers, owner])
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, parties }))
})
