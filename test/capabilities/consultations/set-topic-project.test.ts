import { canTie } from '@/shared/domain/consultations/moves'
import { topicsOfProjectMax } from '@/shared/kernel/consultation-limits'
import { proposed, move } from '../projects/story'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, proposedBy, proposer, resolved, strangeDesk, topicOf, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.setTopicProject'
const projectOf = async () => {
  const id = await proposed(world, undefined, desk)
  await move(world, id, 'screen')
  return id
}

test('hangs a topic on a project, once however often it is asked, and takes it off again; the way says so', async () => {
  const [id, projectId] = [await topicOf(world), await projectOf()]
  for (const _twice of [1, 2]) expect(await world.ask(desk, name, { id, projectId })).toEqual({ id, projectId })
  const { project, history, step } = await viewOf(world, id)
  expect(project).toEqual({ id: projectId, title: '房石小区南侧改造' })
  expect(history.map(({ name: said }) => said)).toEqual(['提出议题', '归到项目'])
  expect(step).toBe('collecting')
  expect(await world.ask(desk, name, { id, projectId: null })).toEqual({ id, projectId: null })
  expect((await viewOf(world, id)).project).toBeNull()
})

test('a project the reader may not see is not named to them', async () => {
  const [id, projectId] = [await topicOf(world), await proposed(world, undefined, desk)]
  await world.ask(desk, name, { id, projectId })
  expect((await viewOf(world, id, desk)).project).toMatchObject({ id: projectId })
  expect((await viewOf(world, id, proposer)).project).toBeNull()
})

test('PROJECT_UNKNOWN for none and for one of another community; another desk learns nothing; residents do not', async () => {
  const [id, projectId] = [await topicOf(world), await projectOf()]
  await world.runtime.store.projects.updateWhere({ _id: projectId }, { communityId: 'other' })
  for (const unknown of ['nothing-of-this-id', projectId])
    await expectRefused(world, 'PROJECT_UNKNOWN', desk, name, { id, projectId: unknown })
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ id: one, projectId: null }))
  await expectRefused(world, 'FORBIDDEN', proposer, name, { id, projectId: null })
})

test('STEP_UNFIT for one whose words have not passed or that ended early; one that was reported back may still be put there', async () => {
  const projectId = await projectOf()
  const unread = await proposedBy(world)
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id: unread, projectId })
  const withdrawn = await topicOf(world)
  await world.ask(proposer, 'consultations.withdrawTopic', { id: withdrawn })
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id: withdrawn, projectId })
  const id = await resolved(world)
  await world.runtime.store.consultations.updateWhere({ _id: id }, { step: 'reported', isOpen: false })
  expect(canTie(world.documents('consultations').find(({ _id }) => _id === id)!)).toBe(true)
  expect(await world.ask(desk, name, { id, projectId })).toEqual({ id, projectId })
})

test('PROJECT_TOPICS_TOO_MANY beyond the most', async () => {
  const [id, projectId] = [await topicOf(world), await projectOf()]
  const [topic] = world.documents('consultations').filter(({ _id }) => _id === id)
  for (let at = 0; at < topicsOfProjectMax; at++)
    await world.runtime.store.transact((tx) =>
      tx.consultations.create({ ...topic!, _id: `topic-many-${at}`, projectId }),
    )
  await expectRefused(world, 'PROJECT_TOPICS_TOO_MANY', desk, name, { id, projectId })
})
