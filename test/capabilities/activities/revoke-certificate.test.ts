import type { CapabilityName } from '@/shared/contracts'
import { expectCode, expectOnce, expectRefused, useWorld } from '../world'
import { certified } from './certificates'
import { desk, neighbour, volunteer } from './shared'

const world = useWorld()
const name = 'activities.revokeCertificate' satisfies CapabilityName
const reason = '时长登记错了人'

test('ended with a reason that its holder is told and whoever checks it is not', async () => {
  const { id, code } = await certified(world)
  expect(await expectOnce(world, desk, name, { code, reason }, { code, reason: '别的' })).toEqual({ id })
  expect(await world.ask(volunteer, 'activities.getCertificate', { id })).toMatchObject({
    state: 'revoked',
    endReason: reason,
  })
  const { notices } = await world.ask(volunteer, 'notices.listNotices', {})
  const told = notices.find(({ subject }) => subject.kind === 'certificate')!
  expect(told).toMatchObject({ title: '志愿服务证明已作废', subject: { id } })
  expect(told.text).toContain(reason)
  const checked = await world.send(null, 'activities.checkCertificate', { code })
  expect(JSON.stringify(checked)).not.toContain(reason)
})

test('CERTIFICATE_ENDED the second time, OWN_CERTIFICATE for one’s own, CERTIFICATE_UNKNOWN for another community’s', async () => {
  const { code } = await certified(world)
  await expectCode(world, 'CERTIFICATE_UNKNOWN', 'b-community-worker-1', name, { code, reason })
  await world.ask('administrator-1', name, { code, reason })
  await expectCode(world, 'CERTIFICATE_ENDED', desk, name, { code, reason })
  await world.runtime.store.certificates.updateWhere({ personId: volunteer }, { personId: desk, state: 'valid' })
  await expectCode(world, 'OWN_CERTIFICATE', desk, name, { code, reason })
})

test('FORBIDDEN to residents and grid workers; INVALID_INPUT without a reason; guesses are counted like everybody’s', async () => {
  const { code } = await certified(world)
  for (const persona of [neighbour, volunteer, 'worker-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { code, reason })
  await expectRefused(world, 'INVALID_INPUT', desk, name, { code, reason: ' ' })
  const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
  for (let time = 0; time < 5; time++)
    await expectCode(world, 'CERTIFICATE_UNKNOWN', desk, name, { code: wrong, reason })
  await expectCode(world, 'TRIED_TOO_OFTEN', desk, name, { code, reason })
})
