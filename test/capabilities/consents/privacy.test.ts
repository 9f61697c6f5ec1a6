import { sampleCommunity } from '@cloud/sample'
import type { AnswerCode } from '@/shared/kernel/consents'
import { dayOf } from '@/shared/kernel/time'
import { morning } from '../../support/cloud'
import { jpeg } from '../../support/images'
import { capabilityNames, inputsNaming, isQuery, namedNothing, type Named } from '../every-capability'
import { useWorld } from '../world'
import { buildingId, counted, desk, makeContact, makeOwner, opened, owner, sign } from './asked'

const world = useWorld()
const { personas } = sampleCommunity(dayOf(morning))
const [ownerA, ownerB] = [owner, 'resident-grid-5']
const [contactA, contactB] = ['worker-grid-6', 'worker-grid-5']
const mayKnow = [ownerA, ownerB, contactA, contactB]

/** One persona for every set of posts of the community, without those who may know. */
const others = [
  ...new Map(
    personas
      .filter(({ id, communityId }) => communityId === 'xinsheng' && !mayKnow.includes(id))
      .map(({ id, roles }) => [roles.join(), id]),
  ).values(),
]

/** Digests, ids and addresses differ from run to run and say nothing. */
const masked = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[0-9a-f]{24,}/g, '#')
    .replace(/"[A-Za-z0-9+/]{40,}={0,2}"/g, '"#"')
    .replace(/https?:[^"]*/g, '#')

interface Heard {
  answers: Map<string, string>
  exported: string[]
}

/** Everything of everybody who may not know, while two households of one building say this and that. */
const heardWhen = async (
  said: readonly [AnswerCode, AnswerCode],
  { isWhole = true, isAlike = true } = {},
): Promise<Heard> => {
  world.refill()
  world.clock.now = morning
  const homeA = await makeOwner(world, ownerA)
  // Of one size, unless it is asked whether sizes tell: a result by area weighs them alike.
  const doors = world.documents('households').filter((one) => one.buildingId === buildingId)
  const { areaSquareMeters } = doors.find(({ _id }) => _id === homeA)!
  const alike = doors.find((one) => one._id !== homeA && (one.areaSquareMeters === areaSquareMeters) === isAlike)!
  const homeB = await makeOwner(world, ownerB, alike._id)
  const id = await opened(world)
  await makeContact(world, id, homeA, contactA)
  await makeContact(world, id, homeB, contactB)
  await sign(world, ownerA, id, said[0])
  await sign(world, ownerB, id, said[1])
  const answers = new Map<string, string>()
  const crawl = async (phase: string, names: readonly (typeof capabilityNames)[number][]) => {
    const homes = [
      ['a', homeA],
      ['b', homeB],
    ] as const
    for (const [home, householdId] of phase === 'everything' ? homes.slice(0, 1) : homes) {
      const named: Named = { ...namedNothing, consentId: id, householdId, buildingId, gridId: 'grid-6' }
      for (const persona of others)
        for (const name of names) {
          const full = inputsNaming(named)[name]
          const { link, cursor, ...plain } = full as { link?: string; cursor?: string }
          for (const [at, input] of (link || cursor ? [full, plain] : [full]).entries())
            answers.set(`${phase} ${home} ${persona} ${name} ${at}`, masked(await world.send(persona, name, input)))
        }
    }
  }
  const ours = capabilityNames.filter((name) => name.startsWith('consents.'))
  await crawl('open', ours.filter(isQuery))
  if (!isWhole) return { answers, exported: [] }
  await counted(world, id)
  await world.ask(desk, 'consents.publishConsent', { id })
  await crawl('everything', capabilityNames.filter(isQuery))
  await crawl('published', ours.filter(isQuery))
  await crawl(
    'commands',
    ours.filter((name) => !isQuery(name)),
  )
  const { url } = await world.ask(desk, 'consents.exportConsent', { id })
  // Households stand in the order of their salted ids, which is drawn anew each time.
  const exported = (await (await fetch(url)).text())
    .split('\n')
    .map((line) => masked(line).replace(/number\D+\d+/, 'number'))
  return { answers, exported: exported.sort() }
}

test('nobody but its owner and its contact can tell what a household said: swap two answers, and no other answer changes', async () => {
  const [one, other] = [await heardWhen(['agree', 'disagree']), await heardWhen(['disagree', 'agree'])]
  expect(one.answers.size).toBeGreaterThan(1000)
  expect([...one.answers.values()].filter((text) => text.includes('"ok":true')).length).toBeGreaterThan(300)
  const changed = [...one.answers].filter(([key, text]) => other.answers.get(key) !== text)
  expect(changed.slice(0, 3)).toEqual([])
  expect(other.exported).toEqual(one.exported)
  // It would have been seen: with another sum the desk's board is another.
  const third = await heardWhen(['agree', 'agree'], { isWhole: false })
  expect([...one.answers].some(([key, text]) => third.answers.get(key) !== text)).toBe(true)
}, 600_000)

test('while answers are taken, not even the sizes of two homes tell which of them said what', async () => {
  const live = { isWhole: false, isAlike: false }
  const one = await heardWhen(['agree', 'disagree'], live)
  const other = await heardWhen(['disagree', 'agree'], live)
  const changed = [...one.answers].filter(([key, text]) => other.answers.get(key) !== text)
  expect(changed.slice(0, 3)).toEqual([])
}, 600_000)

test('who signed, who saw it and with what is in no answer to anybody, not even to the contact', async () => {
  const householdId = await makeOwner(world, ownerA)
  const id = await opened(world)
  await makeContact(world, id, householdId, contactA)
  const paper = {
    id,
    householdId,
    answer: 'disagree',
    as: 'proprietor',
    fileIds: [await world.upload(contactA, jpeg())],
  }
  const marked = { ...paper, signerName: '标记签字人', witnessName: '标记见证人' } as const
  await world.ask(contactA, 'consents.enterPaperAnswer', { ...marked, answer: 'disagree', as: 'proprietor' })
  const [note] = world.documents('consentNotes')
  const named: Named = { ...namedNothing, consentId: id, householdId, buildingId }
  let answered = 0
  for (const persona of [...others, ...mayKnow])
    for (const name of capabilityNames.filter((one) => one.startsWith('consents.') && isQuery(one))) {
      const { link: _link, cursor: _cursor, ...input } = inputsNaming(named)[name] as { link?: string; cursor?: string }
      const answer = await world.send(persona, name, input)
      if (answer.ok) answered++
      const text = JSON.stringify(answer)
      for (const secret of ['标记签字人', '标记见证人', note!.fileIds[0]!, note!.salt])
        expect([persona, name, text.includes(secret)]).toEqual([persona, name, false])
    }
  expect(answered).toBeGreaterThan(50)
})
