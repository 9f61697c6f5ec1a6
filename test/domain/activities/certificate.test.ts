import fc from 'fast-check'
import {
  certificateFrom,
  codeOfCertificate,
  mayRevoke,
  newCertificateId,
  publicCertificate,
  revoked,
  spanOf,
  withdrawn,
  withoutHolder,
  type Certificate,
  type ServedSum,
} from '@/shared/domain/activities/certificate'
import { groupedCode, readCertificateCode } from '@/shared/kernel/certificate-code'
import { isRefusal } from '@/shared/kernel/decision'
import { themeNames } from '@/shared/kernel/themes'

const seed = Number(process.env.SEED ?? 20261127)
const now = Date.parse('2026-11-26T03:00:00.000Z')
const actor = { personId: 'p1', communityId: 'c1', name: '王春霞' }
const sum = (changes: Partial<ServedSum>): ServedSum => ({
  theme: 'elders',
  needs: null,
  isConfirmed: null,
  times: 1,
  counted: 60,
  honour: 0,
  first: '2026-11-20T01:00:00.000Z',
  ...changes,
})
const from = (sums: readonly ServedSum[]) =>
  certificateFrom({
    _id: 'certificate-2AC4DE9HJKMN',
    actor,
    communityName: '鑫盛嘉园',
    to: '2026-11-26',
    sums,
    titles: [],
    themeNames,
    now,
  })
const made = from([sum({})]) as Certificate

test('only what was agreed to is stated: by itself, or by a second person; and every sum is of those alone', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          needs: fc.constantFrom(null, 'leader', 'second'),
          isConfirmed: fc.constantFrom(null, true, false),
          counted: fc.nat(500),
          honour: fc.nat(500),
          times: fc.integer({ min: 1, max: 9 }),
          theme: fc.constantFrom('elders' as const, 'litter' as const),
        }),
        { maxLength: 8 },
      ),
      (rows) => {
        const agreed = rows.filter(({ needs, isConfirmed }) => isConfirmed ?? needs === null)
        const total = (of: 'counted' | 'honour' | 'times') => agreed.reduce((all, one) => all + one[of], 0)
        const one = from(rows.map(sum))
        if (total('counted') + total('honour') === 0) return expect(one).toEqual({ refused: 'CERTIFICATE_EMPTY' })
        if (isRefusal(one)) throw new Error(one.refused)
        expect([one.counted, one.honour, one.times]).toEqual([total('counted'), total('honour'), total('times')])
        const byTheme = one.themes.reduce((all, { minutes }) => all + minutes, 0)
        expect(byTheme).toBe(one.counted + one.honour)
      },
    ),
    { seed },
  )
})

test('it begins on the day asked for, or with the first hour there is', () => {
  expect(made.from).toBe('2026-11-20')
  const later = sum({ first: '2026-11-24T17:00:00.000Z' })
  expect((from([later]) as Certificate).from).toBe('2026-11-25')
})

test('days are those of the community, both ends included, none ahead of today', () => {
  expect(spanOf({ from: '2026-11-01', to: '2026-11-10' }, now)).toEqual({
    to: '2026-11-10',
    atLeast: '2026-10-31T16:00:00.000Z',
    before: '2026-11-10T16:00:00.000Z',
  })
  expect(spanOf({ to: '2999-01-01' }, now)).toEqual({
    to: '2026-11-26',
    atLeast: '',
    before: '2026-11-26T16:00:00.000Z',
  })
})

test('a code is read back from its groups, an address and the text of a picture, and from nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const code = codeOfCertificate(newCertificateId(Buffer.from(bytes).toString('hex')))
      for (const given of [code, groupedCode(code), `certificate:${code}`, `https://a.cn/x/certificates/${code}`])
        expect(readCertificateCode(given)).toBe(code)
      for (const given of [code.slice(1), `${code}2`, `redeem:${code}`, `javascript:${code}`, ''])
        expect(readCertificateCode(given)).toBeNull()
    }),
    { seed },
  )
})

const staff = (role: 'communityWorker' | 'administrator' | 'gridWorker', changes = {}) => ({
  personId: 'p2',
  communityId: 'c1',
  name: '',
  isNewcomer: false,
  postings: [{ role, scope: { kind: 'community' as const, id: 'c1' } }],
  ...changes,
})

test('who may revoke: desk and administrators of the community, not their own, and only while it is valid', () => {
  expect(mayRevoke(made, staff('communityWorker'))).toBe(true)
  expect(mayRevoke(made, staff('administrator'))).toBe(true)
  expect(mayRevoke(made, staff('gridWorker'))).toBe(false)
  expect(mayRevoke(made, staff('administrator', { communityId: 'c2' }))).toBe(false)
  expect(mayRevoke(made, staff('administrator', { personId: 'p1' }))).toBe(false)
  expect(mayRevoke(withdrawn(made, now) as Certificate, staff('administrator'))).toBe(false)
})

test('every end is the last one', () => {
  const ends = [withdrawn(made, now), revoked(made, { by: 'p2', reason: '登记错', now })] as Certificate[]
  for (const ended of ends) {
    expect(withdrawn(ended, now)).toEqual({ refused: 'CERTIFICATE_ENDED' })
    expect(revoked(ended, { by: 'p2', reason: '', now })).toEqual({ refused: 'CERTIFICATE_ENDED' })
  }
})

test('of somebody who has left nothing stays but that the code is good no more', () => {
  const [own, byStaff] = [withoutHolder(made, 'left-1', now), revoked(made, { by: 'p2', reason: '王春霞没来', now })]
  const after = withoutHolder(byStaff as Certificate, 'left-1', now)
  for (const one of [own, after]) {
    expect(JSON.stringify(one)).not.toMatch(/王春霞|"p1"/)
    expect(publicCertificate(one)).toMatchObject({ isValid: false, maskedName: '已注销' })
  }
  expect([own.state, after.state, after.ended?.by]).toEqual(['withdrawn', 'revoked', 'p2'])
})
