import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { counted, desk, opened, owner } from './asked'

const world = useWorld()

test('what was counted is published once, and not before', async () => {
  const id = await opened(world)
  await expectRefused(world, 'CONSENT_NOT_COUNTED', desk, 'consents.publishConsent', { id })
  await counted(world, id)
  const other = await opened(world)
  await expectOnce(world, desk, 'consents.publishConsent', { id }, { id: other })
  await expectRefused(world, 'CONSENT_ALREADY_PUBLISHED', desk, 'consents.publishConsent', { id })
  await expectRefused(world, 'FORBIDDEN', owner, 'consents.publishConsent', { id })
  await expectAbsent(world, 'b-community-worker-1', 'consents.publishConsent', id, (of) => ({ id: of }))
})
