import { buildingsWithin, castBallot, countsOf } from '@/shared/domain/consultations/votes'
import { alike, likenessOf } from '@/shared/domain/consultations/alike'

const cast = { _id: 'b', communityId: 'c', consultationId: 't', round: 1, personId: 'p', optionId: 'option-1' }

test('a ballot remembers every choice before the last, and when, but of others in the household not who made it', () => {
  const first = castBallot(null, cast, 0)
  expect(castBallot(first, cast, 1)).toBe(first)
  const second = castBallot(first, { ...cast, personId: 'q' }, 2)
  const third = castBallot(second, { ...cast, optionId: 'option-2' }, 3)
  expect(third.before.map(({ optionId }) => optionId)).toEqual(['option-1', 'option-1'])
  expect(third.at).toBe(new Date(3).toISOString())
})

test('counts name every option and no other', () => {
  const options = ['a', 'b'].map((id) => ({ id, text: id, arguments: [] }))
  const vote = { by: 'person', question: '', options, openedAt: '', closesAt: '', isLive: true, households: null, result: null } as const // prettier-ignore
  expect(
    countsOf({ ...vote, options: [...options] }, [
      { optionId: 'b', ballots: 3 },
      { optionId: 'x', ballots: 9 },
    ]),
  ).toEqual([
    // prettier-ignore
    { optionId: 'a', ballots: 0 },
    { optionId: 'b', ballots: 3 },
  ])
})

test('a scope covers its own buildings', () => {
  const buildings = [
    { _id: 'b1', estateId: 'e1', gridId: 'g1' },
    { _id: 'b2', estateId: 'e1', gridId: 'g2' },
    { _id: 'b3', estateId: 'e2', gridId: 'g2' },
  ]
  const within = (kind: 'community' | 'estate' | 'grid' | 'building', id: string) =>
    buildingsWithin({ kind, id }, buildings)
  expect(within('community', 'c')).toBeNull()
  expect([within('estate', 'e1'), within('grid', 'g2'), within('building', 'b3')]).toEqual([['b1', 'b2'], ['b2', 'b3'], ['b3']]) // prettier-ignore
})

test('the like of what is typed comes first, three at most, and nothing that shares only a word', () => {
  const topics = ['北门加一盏路灯', '楼道粉刷一遍', '北门路灯太暗', '北门口的路灯要修', '北门加盏灯'].map((title) => ({ title, text: '' })) // prettier-ignore
  const found = alike('想在北门加一盏路灯', topics).map(({ title }) => title)
  expect(found).toHaveLength(3)
  expect(found[0]).toBe('北门加一盏路灯')
  expect(found).not.toContain('楼道粉刷一遍')
  expect(likenessOf('', '路灯')).toBe(0)
  expect(likenessOf('灯', '灯')).toBe(1)
})
