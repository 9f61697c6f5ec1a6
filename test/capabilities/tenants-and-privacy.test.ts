import type { CapabilityName } from '@/shared/contracts'
import { sampleCommunity } from '@cloud/sample'
import { dayOf } from '@/shared/kernel/time'
import { morning } from '../support/cloud'
import { jpeg } from '../support/images'
import { capabilityNames, inputsNaming, isQuery, namedNothing, type Named } from './every-capability'
import { report, stepOf, useWorld } from './world'

const world = useWorld()
const { personas } = sampleCommunity(dayOf(morning))
const personasOf = (communityId: string): string[] =>
  personas.filter((persona) => persona.communityId === communityId).map(({ id }) => id)

/** One persona for every set of posts there is: what may be seen follows from those. */
const oneOfEach = [
  ...new Map(personas.map(({ id, roles, communityId }) => [`${communityId} ${roles.join()}`, id])).values(),
]

/** Something of everything happens in the main community; answers what it is called. */
const fillMain = async (): Promise<Named> => {
  const fileId = await world.upload('resident-grid-6', jpeg())
  const issueId = await report(world, 'resident-grid-6', { fileIds: [fileId] })
  for (const classCode of ['dispute', 'lift', 'fallingObject', 'labour', 'complaint'])
    await report(world, 'resident-grid-6', { classCode, isUnnamed: classCode === 'lift' })
  await stepOf(world, 'worker-grid-6', { id: issueId, move: 'submit', result: 'resolved', sentence: '已清理' })
  const { id: bindingId } = await world.ask('newcomer-1', 'residents.requestBinding', {
    householdId: 'household-1-1-1-101',
    relation: 'tenant',
    name: '赵新来',
  })
  return {
    ...namedNothing,
    issueId,
    bindingId,
    fileId,
    gridId: 'grid-6',
    noticeId: world.documents('notices')[0]!._id,
    personId: 'worker-grid-7',
  }
}

/** The inputs of a capability that are worth trying: with everything named, and with as little as it takes. */
const inputsFor = (name: CapabilityName, named: Named): unknown[] => {
  const full = inputsNaming(named)[name]
  switch (name) {
    case 'issues.reportIssue':
      return [
        full,
        { classCode: 'odourPests', text: '有异味', place: { words: '路口' }, aboutPersonId: named.personId },
      ]
    case 'issues.listQueue':
      return ['mine', 'verify', 'grid', 'community'].map((view) => ({ view }))
    case 'organization.getMyTeam':
      return [full, {}]
    case 'residents.listBindings':
      return [{ state: 'pending' }, { state: 'decided' }]
    case 'issues.listMyIssues':
    case 'notices.listNotices':
      return [full, {}]
    default:
      return [full]
  }
}

test('nobody of another community gets anything of this one out of any capability, whatever they name', async () => {
  const named = await fillMain()
  const main = <T extends { communityId: string }>(records: T[]) =>
    records.filter(({ communityId }) => communityId === 'xinsheng')
  const secrets = [
    '鑫盛嘉园',
    '0533-0000900',
    '"household-',
    '"unit-',
    ...main(world.documents('persons')).flatMap(({ _id, name, phone, dutyPhone }) => [
      `"${_id}"`,
      name,
      phone,
      dutyPhone,
    ]),
    ...main(world.documents('issues')).flatMap(({ _id, code }) => [_id, code]),
    ...main(world.documents('estates')).flatMap(({ _id, name }) => [`"${_id}"`, name]),
    ...main(world.documents('grids')).map(({ _id }) => `"${_id}"`),
    ...main(world.documents('buildings')).map(({ _id }) => `"${_id}"`),
    ...main(world.documents('bindings')).flatMap(({ _id, personName }) => [_id, personName]),
    ...main(world.documents('notices')).map(({ _id }) => _id),
  ].filter((secret): secret is string => Boolean(secret) && secret !== '"newcomer-1"')
  const before = JSON.stringify([
    main(world.documents('issues')),
    main(world.documents('bindings')),
    main(world.documents('files')),
  ])
  let answered = 0
  for (const persona of personasOf('b-lanqiao'))
    for (const name of capabilityNames)
      for (const input of inputsFor(name, named)) {
        const envelope = await world.send(persona, name, input)
        if (envelope.ok) answered++
        const text = JSON.stringify(envelope.ok ? envelope.data : envelope.error)
        const leaked = secrets.filter((secret) => text.includes(secret))
        expect([persona, name, leaked]).toEqual([persona, name, []])
      }
  expect(answered).toBeGreaterThan(20)
  expect(
    JSON.stringify([
      main(world.documents('issues')),
      main(world.documents('bindings')),
      main(world.documents('files')),
    ]),
  ).toBe(before)
})

test('no private phone number is in any answer to anybody but its owner', async () => {
  const named = await fillMain()
  const phones = new Set(world.documents('persons').flatMap(({ phone }) => phone ?? []))
  expect(phones.size).toBeGreaterThan(300)
  for (const persona of oneOfEach)
    for (const name of capabilityNames.filter(isQuery))
      for (const input of inputsFor(name, named)) {
        const text = JSON.stringify(await world.send(persona, name, input))
        const numbers = text.match(/\d{11}/g) ?? []
        const own = world.documents('persons').find(({ _id }) => _id === persona)?.phone
        const leaked = numbers.filter((number) => phones.has(number) && number !== own)
        expect([persona, name, leaked]).toEqual([persona, name, []])
        expect(text).not.toContain('openid')
      }
  for (const persona of [
    'worker-grid-6',
    'community-worker-1',
    'building-head-1',
    'administrator-1',
    'resident-grid-7',
  ])
    for (const name of capabilityNames.filter((one) => !isQuery(one)))
      for (const input of inputsFor(name, named)) {
        const text = JSON.stringify(await world.send(persona, name, input))
        expect([persona, name, (text.match(/\d{11}/g) ?? []).filter((number) => phones.has(number))]).toEqual([
          persona,
          name,
          [],
        ])
      }
})

test('property, police, officers and local units never learn who reported anything, in any answer', async () => {
  const named = await fillMain()
  const reporter = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  const outside = personasOf('xinsheng').filter((id) => /^(property|area-police|officer|local-unit)/.test(id))
  const issueIds = world.documents('issues').map(({ _id }) => _id)
  let seen = 0
  for (const persona of outside) {
    const answers = [
      await world.send(persona, 'issues.listQueue', { view: 'mine' }),
      await world.send(persona, 'notices.listNotices', {}),
      ...(await Promise.all(issueIds.map((id) => world.send(persona, 'issues.getIssue', { id })))),
      ...(await Promise.all(issueIds.map((id) => world.send(persona, 'issues.addProgress', { id, text: '进展' })))),
      await world.send(persona, 'organization.getMyTeam', { gridId: named.gridId }),
    ]
    seen += answers.filter(({ ok }) => ok).length
    const text = JSON.stringify(answers)
    expect([persona, text.includes(reporter.name), text.includes(reporter._id)]).toEqual([persona, false, false])
  }
  expect(seen).toBeGreaterThan(outside.length * 2)
})

describe('the door of a picked household', () => {
  const door = '第九五二七号'
  const desk = ['community-worker-1', 'community-worker-2', 'administrator-1', 'administrator-2']
  const team = ['worker-grid-6', 'group-leader-4', 'branch-secretary-2', 'building-head-6', 'unit-head-6']
  const classCodes = ['odourPests', 'lift', 'fallingObject', 'illegalBuild', 'labour', 'policy']

  /** One report of the household from each class, handled a little, one of them with a neighbour's merged into it. */
  const fillHome = async (isUnnamed: boolean): Promise<string[]> => {
    const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
    await world.runtime.store.households.updateWhere({ _id: householdId }, { name: door })
    const ids: string[] = []
    for (const classCode of classCodes)
      ids.push(
        await report(world, 'resident-grid-6', { classCode, isUnnamed, place: { householdId, words: '靠里一间' } }),
      )
    const child = await report(world, 'resident-grid-7')
    await stepOf(world, 'community-worker-1', { id: child, move: 'merge', parentId: ids[0]! })
    return ids
  }

  /** Those who were told the door in any answer of any capability but the list of doors, which names nobody. */
  const toldTheDoor = async (ids: readonly string[]): Promise<string[]> => {
    const told: string[] = []
    for (const persona of personasOf('xinsheng')) {
      const answers: unknown[] = []
      for (const name of capabilityNames.filter((one) => one !== 'residents.listHouseholds' && isQuery(one)))
        for (const input of inputsFor(name, { ...namedNothing, gridId: 'grid-6' }))
          answers.push(await world.send(persona, name, input))
      for (const id of ids) {
        answers.push(await world.send(persona, 'issues.getIssue', { id }))
        answers.push(await world.send(persona, 'issues.moveIssue', { id, move: 'start' }))
        answers.push(await world.send(persona, 'issues.addProgress', { id, text: '进展' }))
      }
      if (JSON.stringify(answers).includes(door)) told.push(persona)
    }
    return told
  }

  test('is told to whoever may know its reporter and to nobody else, in any answer to any role', async () => {
    const told = await toldTheDoor(await fillHome(false))
    expect(told).toEqual(
      expect.arrayContaining(['resident-grid-6', 'worker-grid-6', 'group-leader-4', ...desk.slice(0, 2)]),
    )
    expect(told.filter((id) => ![...desk, ...team, 'resident-grid-6'].includes(id))).toEqual([])
  })

  test('of an unnamed report is told to the desk, and to the worker who has to go there', async () => {
    const told = await toldTheDoor(await fillHome(true))
    expect(told).toEqual(expect.arrayContaining(['resident-grid-6', 'worker-grid-6', 'community-worker-1']))
    expect(told.filter((id) => ![...desk, 'worker-grid-6', 'resident-grid-6'].includes(id))).toEqual([])
  })

  test('never reaches an inbox or an outside owner, who reads the unit', async () => {
    const [, lift] = await fillHome(false)
    expect(JSON.stringify(world.documents('notices'))).not.toContain(door)
    const { place, placeLabel } = await world.ask('property-manager-7', 'issues.getIssue', { id: lift! })
    expect([place.label, placeLabel]).toEqual(['陶埙苑1号楼1单元 · 靠里一间', '陶埙苑1号楼1单元 · 靠里一间'])
    expect((await world.ask('worker-grid-6', 'issues.getIssue', { id: lift! })).place.label).toBe(
      `陶埙苑1号楼1单元${door} · 靠里一间`,
    )
  })
})
