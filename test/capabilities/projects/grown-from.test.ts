import { expectRefused, issueOf, report, useWorld } from '../world'
import { deliver, publicReport } from '../issues/follow'
import { quarrel } from '../issues/shared'
import { callOf, desk, foreigner, move, otherDesk, projectOf, proposer } from './story'

const world = useWorld()
const name = 'projects.proposeProject'
const [reporter, neighbour, other] = ['resident-grid-6', 'resident-grid-5', 'resident-grid-1']
const said = { title: '王舍路臭水沟治理', text: '清淤、封盖，路边种草' }

/** A project the desk made of an issue. */
const grown = async (issueId: string): Promise<string> => (await world.ask(desk, name, { ...said, issueId })).id

test('an issue and the project made of it point at each other, for whoever may see both', async () => {
  const issueId = await publicReport(world, reporter)
  const { code } = issueOf(world, issueId)
  expect(await world.ask(desk, 'issues.getIssue', { id: issueId })).toMatchObject({
    project: null,
    canGrowProject: true,
  })
  const id = await grown(issueId)
  expect(projectOf(world, id)).toMatchObject({ issueId, title: said.title, state: 'proposed' })
  const link = { id, title: said.title, stateName: '等待初审' }
  expect(await world.ask(desk, 'issues.getIssue', { id: issueId })).toMatchObject({
    project: link,
    canGrowProject: false,
  })
  // Before it is screened nobody but the desk knows of it.
  for (const persona of [reporter, other])
    expect((await world.ask(persona, 'issues.getPublicIssue', { id: issueId })).project).toBeNull()
  expect(await world.ask(reporter, 'issues.getIssue', { id: issueId })).toMatchObject({
    project: null,
    canGrowProject: false,
  })
  await move(world, id, 'screen')
  expect((await world.ask(other, 'issues.getPublicIssue', { id: issueId })).project).toEqual({
    ...link,
    stateName: '初审通过',
  })
  const seen = async (persona: string) => (await world.ask(persona, 'projects.getProject', { id })).issue
  expect(await seen(reporter)).toEqual({ id: issueId, code, isPublicView: false })
  expect(await seen(desk)).toEqual({ id: issueId, code, isPublicView: false })
  expect(await seen(other)).toEqual({ id: issueId, code, isPublicView: true })
})

test('of an issue that is not public a project says nothing to whoever may not see it', async () => {
  const issueId = await report(world, reporter)
  const id = await grown(issueId)
  await move(world, id, 'screen')
  const answer = await world.ask(other, 'projects.getProject', { id })
  expect(answer.issue).toBeNull()
  expect(JSON.stringify(answer)).not.toContain(issueId)
  expect(JSON.stringify(answer)).not.toContain(issueOf(world, issueId).code)
})

test('whoever reported or joined it is told once the project is public, each once', async () => {
  const issueId = await publicReport(world, reporter)
  await world.ask(neighbour, 'issues.joinIssue', { id: issueId })
  const id = await grown(issueId)
  const told = () =>
    world
      .documents('notices')
      .filter(({ title }) => title === '您反映的事立成了项目')
      .map(({ recipientId, subject }) => [recipientId, subject])
  await deliver(world)
  expect(told()).toEqual([])
  await move(world, id, 'screen')
  await deliver(world)
  const subject = { kind: 'project', id }
  expect(told().sort()).toEqual([
    [neighbour, subject],
    [reporter, subject],
  ])
})

test('ISSUE_HAS_PROJECT while there is one, at once too; another after that was declined', async () => {
  const issueId = await report(world, reporter)
  const answers = await Promise.all(
    [desk, otherDesk].map((persona) => world.refusalOf(persona, name, { ...said, issueId })),
  )
  expect(answers.sort()).toEqual(['ISSUE_HAS_PROJECT', 'ok'])
  const [first] = world.documents('projects').filter((project) => project.issueId === issueId)
  expect(issueOf(world, issueId).projectId).toBe(first!._id)
  await expectRefused(world, 'ISSUE_HAS_PROJECT', desk, name, { ...said, issueId })
  await move(world, first!._id, 'decline')
  const second = await grown(issueId)
  expect(issueOf(world, issueId).projectId).toBe(second)
})

test('ISSUE_NOT_FOR_PROJECT of what went into another, and the other takes it', async () => {
  const [child, parent] = [await report(world, reporter), await report(world, neighbour)]
  await world.ask(desk, 'issues.moveIssue', { id: child, move: 'merge', parentId: parent })
  await expectRefused(world, 'ISSUE_NOT_FOR_PROJECT', desk, name, { ...said, issueId: child })
  expect((await world.ask(desk, 'issues.getIssue', { id: child })).canGrowProject).toBe(false)
  expect(projectOf(world, await grown(parent)).issueId).toBe(parent)
})

test('ISSUE_NOT_FOR_PROJECT of what is private: a quarrel between neighbours is never a project for all to read', async () => {
  const issueId = await quarrel(world)
  await expectRefused(world, 'ISSUE_NOT_FOR_PROJECT', desk, name, { ...said, issueId })
  expect((await world.ask(desk, 'issues.getIssue', { id: issueId })).canGrowProject).toBe(false)
})

test('NOT_FOUND for whoever is not the desk, for an issue of elsewhere and for none', async () => {
  const issueId = await report(world, reporter)
  const { id: callId } = await callOf(world)
  const answer = { ...said, callId, unitId: 'group-4', issueId }
  for (const persona of [proposer, reporter, 'worker-grid-6'])
    await expectRefused(world, 'NOT_FOUND', persona, name, answer)
  await expectRefused(world, 'NOT_FOUND', foreigner, name, { ...said, issueId })
  await expectRefused(world, 'NOT_FOUND', desk, name, { ...said, issueId: 'nothing-of-this-id' })
})
