import { signature } from '../../support/signatures'
import { useWorld } from '../world'
import { counted, desk, householdOf, makeOwner, opened, owner } from './asked'

const world = useWorld()
const coOwner = 'resident-grid-5'
const rounds = Number(process.env.RACES ?? 100)

test(`two members who answer at the same moment leave one live answer, ${rounds} times`, async () => {
  const scope = {
    kind: 'buildings' as const,
    ids: world
      .documents('buildings')
      .slice(0, 30)
      .map(({ _id }) => _id),
  }
  const id = await opened(world, { scope })
  const homes = world.documents('consentHouseholds').slice(0, rounds)
  expect(homes).toHaveLength(rounds)
  const sums = { agree: 0, disagree: 0 }
  for (const { householdId } of homes) {
    for (const persona of [owner, coOwner]) await makeOwner(world, persona, householdId)
    const [mine, theirs] = await Promise.all(
      [owner, coOwner].map((persona) => world.upload(persona, signature({ width: 120, height: 60 }), 'image/png')),
    )
    const codes = await Promise.all([
      world.refusalOf(owner, 'consents.answerConsent', { id, answer: 'agree', signatureFileId: mine }),
      world.refusalOf(coOwner, 'consents.answerConsent', { id, answer: 'disagree', signatureFileId: theirs }),
    ])
    expect([...codes].sort()).toEqual(['ANSWER_OTHER_SIGNER', 'ok'])
    const counts = codes[0] === 'ok' ? 'agree' : 'disagree'
    sums[counts]++
    expect(householdOf(world, id, householdId)).toMatchObject({ status: counts, sequence: 1 })
  }
  const { board } = await world.ask(desk, 'consents.getConsentBoard', { id })
  expect(board?.sums).toMatchObject(sums)
  await counted(world, id)
  expect(world.documents('consentResults')[0]).toMatchObject({ isAsTallied: true })
}, 900_000)
