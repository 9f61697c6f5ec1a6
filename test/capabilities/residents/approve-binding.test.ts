import type { CapabilityName } from '@/shared/contracts'
import { joinEntered } from '@cloud/jobs/join-entered'
import { expectAbsent, expectOnce, expectRefused, report, useWorld } from '../world'

const world = useWorld()
const name = 'residents.approveBinding' satisfies CapabilityName

const home = 'household-1-1-1-101'
const apply = async (persona = 'newcomer-1'): Promise<string> =>
  (await world.ask(persona, 'residents.requestBinding', { householdId: home, relation: 'tenant', name: '小赵' })).id
const applicantOf = (id: string) => {
  const binding = world.documents('bindings').find(({ _id }) => _id === id)!
  return world.documents('persons').find(({ _id }) => _id === binding.personId)!
}

test('a yes moves the person in under the name they gave, and they are told who said so', async () => {
  const id = await apply()
  const head = world.documents('persons').find(({ _id }) => _id === 'building-head-1')!
  expect(await world.ask('building-head-1', name, { id, approve: true })).toMatchObject({
    id,
    state: 'approved',
    decidedByName: head.name,
    decidedAt: '2026-11-25T01:00:00.000Z',
  })
  expect(applicantOf(id)).toMatchObject({ name: '小赵', householdId: home, isNewcomer: false })
  const { notices } = await world.ask('newcomer-1', 'notices.listNotices', {})
  expect(notices[0]).toMatchObject({ title: '住户绑定已确认', subject: { kind: 'binding', id } })
  expect(notices[0]!.text).toContain(head.name)
})

test('a yes renames nobody the community knows, whatever they typed', async () => {
  const before = world.documents('persons').find(({ _id }) => _id === 'worker-grid-6')!
  const id = await apply('worker-grid-6')
  await world.ask('building-head-1', name, { id, approve: true })
  expect(applicantOf(id)).toMatchObject({ name: before.name, householdId: home })
})

test('a no changes nothing about the person and tells them why', async () => {
  const id = await apply()
  await world.ask('unit-head-1', name, { id, approve: false, reason: '请补充租房合同' })
  expect(applicantOf(id)).toMatchObject({ isNewcomer: true })
  expect(applicantOf(id).householdId).toBeUndefined()
  const { notices } = await world.ask('newcomer-1', 'notices.listNotices', {})
  expect(notices[0]!.text).toContain('请补充租房合同')
})

test('a decision sent twice is made once, and its opposite under the same request id is refused', async () => {
  const id = await apply()
  await expectOnce(world, 'building-head-1', name, { id, approve: true }, { id, approve: false, reason: '不认识' })
})

test('BINDING_REASON_REQUIRED: a no needs a reason; BINDING_ALREADY_DECIDED: and stays the only word', async () => {
  const id = await apply()
  await expectRefused(world, 'BINDING_REASON_REQUIRED', 'building-head-1', name, { id, approve: false })
  await world.ask('building-head-1', name, { id, approve: false, reason: '不认识' })
  await expectRefused(world, 'BINDING_ALREADY_DECIDED', 'unit-head-1', name, { id, approve: true })
})

test('BINDING_OWN_REQUEST: nobody lets themself in', async () => {
  const id = await apply('building-head-1')
  await expectRefused(world, 'BINDING_OWN_REQUEST', 'building-head-1', name, { id, approve: true })
})

test('when two heads decide at once, one decides and the other learns that it is done', async () => {
  const id = await apply()
  const codes = await Promise.all([
    world.refusalOf('building-head-1', name, { id, approve: true }),
    world.refusalOf('unit-head-1', name, { id, approve: false, reason: '不认识' }),
  ])
  expect(codes.sort()).toEqual(['BINDING_ALREADY_DECIDED', 'ok'])
  const told = world.documents('notices').filter(({ recipientId }) => recipientId === applicantOf(id)._id)
  expect(told).toHaveLength(1)
  const [binding] = world.documents('bindings')
  expect(applicantOf(id).householdId === home).toBe(binding!.state === 'approved')
})

test('an application elsewhere does not exist for heads of other buildings, other grids and other communities', async () => {
  const id = await apply()
  const inputFor = (one: string) => ({ id: one, approve: true })
  for (const persona of ['worker-grid-6', 'b-worker-grid-1', 'b-community-worker-1'])
    await expectAbsent(world, persona, name, id, inputFor)
  for (const persona of ['newcomer-1', 'resident-grid-1', 'officer-police'])
    await expectRefused(world, 'FORBIDDEN', persona, name, inputFor(id))
  await expectRefused(world, 'UNAUTHENTICATED', null, name, inputFor(id))
})

describe('somebody entered by name who turns out to be the applicant', () => {
  const head = 'building-head-1'
  const entered = async (): Promise<{ enteredId: string; issueId: string; bindingId: string }> => {
    const begun = await world.ask(head, 'residents.beginAssistance', {
      householdId: home,
      name: '赵奶奶',
      purpose: '不会用手机',
    })
    const issueId = await report(world, head, { assistanceId: begun.id, isUnnamed: true })
    const bindingId = await apply()
    const { bindings } = await world.ask(head, 'residents.listBindings', {})
    return { enteredId: bindings.find(({ id }) => id === bindingId)!.entered[0]!.id, issueId, bindingId }
  }
  const run = () => joinEntered({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
  const mine = async () => (await world.ask('newcomer-1', 'issues.listMyIssues', {})).issues.map(({ id }) => id)

  test('before the approval nothing of it is the applicant’s, not even that it exists', async () => {
    const { issueId } = await entered()
    await run()
    expect(await mine()).toEqual([])
    await expectRefused(world, 'NOT_FOUND', 'newcomer-1', 'issues.getIssue', { id: issueId })
  })

  test('approved as the same person, what was reported for them is theirs, and the entered name is gone', async () => {
    const { enteredId, issueId, bindingId } = await entered()
    await world.ask(head, name, { id: bindingId, approve: true, enteredId })
    await run()
    await run()
    await run()
    expect(await mine()).toEqual([issueId])
    const { personId } = world.documents('bindings').find(({ _id }) => _id === bindingId)!
    expect(world.documents('issues')).toMatchObject([{ reporterId: personId, reporterName: '小赵' }])
    expect(world.documents('assistances')).toMatchObject([{ forId: personId, hasSignedIn: true }])
    expect(world.documents('persons').some(({ _id }) => _id === enteredId)).toBe(false)
    expect((await world.ask('newcomer-1', 'issues.getIssue', { id: issueId })).isMine).toBe(true)
  })

  test('approved without saying so, both stay who they are', async () => {
    const { enteredId, bindingId } = await entered()
    await world.ask(head, name, { id: bindingId, approve: true })
    await run()
    expect(await mine()).toEqual([])
    expect(world.documents('issues')).toMatchObject([{ reporterId: enteredId }])
  })

  test('nobody but an entered name of that door can be joined', async () => {
    const { bindingId } = await entered()
    for (const enteredId of ['resident-grid-6', 'person-nowhere', 'newcomer-1', 'worker-grid-6'])
      await expectRefused(world, 'BINDING_ENTERED_UNKNOWN', head, name, { id: bindingId, approve: true, enteredId })
    expect(world.documents('bindings').find(({ _id }) => _id === bindingId)).toMatchObject({ state: 'pending' })
  })
})
