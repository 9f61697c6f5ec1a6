import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, insertIssues, issueOf, stepOf, useWorld } from '../world'
import { helped, helper, lead, owner } from './shared'

const world = useWorld()
const name = 'issues.listDepartmentIssues' satisfies CapabilityName

test('a department finds what it leads and what it helps with, open and closed', async () => {
  const id = await helped(world)
  const idsOf = async (persona: string, input: object) =>
    (await world.ask(persona, name, input)).issues.map((issue) => issue.id)
  expect(await idsOf(lead, {})).toEqual([id])
  expect(await idsOf(lead, { part: 'help' })).toEqual([])
  expect((await world.ask(helper, name, { part: 'help' })).issues).toMatchObject([{ id, task: '核对工地用工' }])
  expect(await idsOf(helper, { part: 'help', of: 'mine' })).toEqual([id])
  await stepOf(world, lead, { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  expect([await idsOf(lead, {}), await idsOf(helper, { part: 'help' })]).toEqual([[], []])
  expect([await idsOf(lead, { isOpen: false }), await idsOf(helper, { part: 'help', isOpen: false })]).toEqual([
    [id],
    [id],
  ])
})

test('a colleague of the department reads it and does nothing with it', async () => {
  const id = await helped(world)
  await world.runtime.store.postings.updateWhere(
    { personId: 'officer-police' },
    { departmentId: 'xinsheng:lawEnforcement' },
  )
  expect((await world.ask('officer-police', name, {})).issues).toMatchObject([{ id }])
  const { moves, joint, canAddProgress } = await world.ask('officer-police', 'issues.getIssue', { id })
  expect([moves, joint.acts, canAddProgress]).toEqual([[], [], false])
})

test('pages follow each other by limit, however many there are', async () => {
  const like = issueOf(world, await helped(world))
  insertIssues(
    world,
    like,
    Array.from({ length: 44 }, (_, at) => ({ _id: `issue-like-${at}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { issues, next } = await world.ask(lead, name, { cursor })
    return { rows: issues, next }
  })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(45)
})

test('FORBIDDEN: whoever is of no department has no department inbox', async () => {
  await expectRefused(world, 'FORBIDDEN', owner, name, {})
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, {})
})
