import { countConsents } from '@cloud/jobs/count-consents'
import { openConsents } from '@cloud/jobs/open-consents'
import { logDigest } from '@cloud/runtime/consent-log'
import { verifyLog } from '@/shared/domain/consents/verify-log'
import { decidePaper, type After } from '@/shared/domain/consents/answer'
import type { ConsentHousehold } from '@/shared/domain/consents/household'
import { isRefusal } from '@/shared/kernel/decision'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { openTestCloud, type TestCloud } from '../support/cloud'
import { tellP95, timed } from '../support/timing'

/** The largest community there is: so many buildings, all alike, with twenty thousand households. */
const buildings = 250
const perBuilding = 80
const desk = 'community-worker-1'
const calls = 100
const boardMaxMs = 200
const verifyMaxMs = 5000

const fill = (world: TestCloud): string[] => {
  const [like] = world.documents('buildings')
  const [home] = world.documents('households')
  const many = Array.from({ length: buildings }, (_, at) => {
    const _id = `big-${at + 1}`
    const units = [1, 2, 3, 4].map((unit) => ({ id: `${_id}-${unit}`, name: `${unit}单元` }))
    return { ...like!, _id, name: `${at + 1}号楼`, order: 1000 + at, units }
  })
  world.cloud.insertDocuments('buildings', many)
  world.cloud.insertDocuments(
    'households',
    many.flatMap(({ _id: buildingId, units }) =>
      Array.from({ length: perBuilding }, (_, at) => ({
        ...home!,
        _id: `${buildingId}-h${at + 1}`,
        buildingId,
        unitId: units[at % units.length]!.id,
        name: `${at + 101}`,
        order: at,
      })),
    ),
  )
  return many.map(({ _id }) => _id)
}

/** Every household says something, one in ten twice, as if entered from paper; written aside, by the rule that a call follows. */
const answerAll = async (world: TestCloud, id: string): Promise<void> => {
  const { store } = world.runtime
  const consent = world.documents('consents').find(({ _id }) => _id === id)!
  const tallies = new Map(world.documents('consentTallies').map((tally) => [tally.blockId, tally]))
  const answers = ['agree', 'agree', 'agree', 'disagree', 'abstain'] as const
  const before = world.documents('consentHouseholds')
  const [households, lines]: [ConsentHousehold[], After[]] = [[], []]
  before.forEach((household, at) => {
    let state = { household, tally: tallies.get(household.blockId)! }
    for (let turn = 0; turn < (at % 10 === 0 ? 2 : 1); turn++) {
      const paper = {
        answer: answers[(at + turn) % answers.length]!,
        signerName: '王某',
        as: 'proprietor' as const,
        witnessName: '李某',
        actorId: 'worker-grid-1',
        actorName: '网格员',
        proprietorIds: [],
        isOwn: false,
        files: { fileIds: ['cloud://test.local/kept/a.jpg'], fileDigests: ['a'] },
        salt: `salt-${at}`,
      }
      const after = decidePaper({ consent, ...state }, paper, {
        now: world.clock.now + (at % 10) * dayMs,
        digest: logDigest,
      })
      if (isRefusal(after)) throw new Error(after.refused)
      lines.push(after)
      state = after
      tallies.set(household.blockId, after.tally)
    }
    households.push(state.household)
  })
  for (let at = 0; at < households.length; at += 90)
    await store.transact(async (tx) => {
      for (const one of households.slice(at, at + 90)) await tx.consentHouseholds.put(one)
    })
  const all = [...tallies.values()]
  for (let at = 0; at < all.length; at += 90)
    await store.transact(async (tx) => {
      for (const one of all.slice(at, at + 90)) await tx.consentTallies.put(one)
    })
  for (let at = 0; at < lines.length; at += 500) {
    const part = lines.slice(at, at + 500)
    await store.append(
      'consentEntries',
      part.map(({ entry }) => entry),
    )
    await store.append(
      'consentNotes',
      part.map(({ note }) => note),
    )
  }
}

/** Opening, board, count and verification at twenty thousand households. */
export const run = async (): Promise<void> => {
  const world = await openTestCloud()
  const ids = fill(world)
  const context = () => ({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
  const { id } = await world.ask(desk, 'consents.openConsent', {
    title: '大社区征询',
    question: '是否同意？',
    matter: 'special',
    rule: 'latest',
    isProgressPublic: true,
    closesAt: toInstant(world.clock.now + 20 * dayMs),
    scope: { kind: 'buildings', ids },
  })
  const [opening] = await timed(() => openConsents(context()))
  console.log(`opening 20,000 households: ${Math.round(opening)} ms`)
  await answerAll(world, id)
  world.clock.now += 11 * dayMs
  await tellP95('board', { calls, maxMs: boardMaxMs }, () => world.ask(desk, 'consents.getConsentBoard', { id }))
  await world.ask(desk, 'consents.closeConsent', { id, reason: '收齐了' })
  world.clock.now += 61_000
  const [counting] = await timed(() => countConsents(context()))
  console.log(`recount, export and signature: ${Math.round(counting)} ms`)
  const { url, root } = await world.ask(desk, 'consents.exportConsent', { id })
  const text = await (await fetch(url)).text()
  const [verifying, report] = await timed(() => verifyLog(text, logDigest))
  const isGood = report.root === root && report.fault === null && verifying <= verifyMaxMs
  console.log(
    `verify: ${Math.round(verifying)} ms for ${report.entries} entries, ${Math.round(text.length / 1024)} KB (bound ${verifyMaxMs}) ${isGood ? 'ok' : 'NOT GOOD'}`,
  )
  await world.close()
}
