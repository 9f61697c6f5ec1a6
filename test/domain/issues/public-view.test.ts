import { groupClasses } from '@/shared/domain/issues/class-groups'
import { issueClasses } from '@/shared/domain/issues/classes'
import { isShownToPublic, publicBriefOf, publicDetailOf } from '@/shared/domain/issues/public-view'
import { withPublicity } from '@/shared/domain/issues/publicity'
import { communityId, issueIn, morning } from './people'

const places = { buildingById: new Map(), estateById: new Map() }
const passed = { textCheck: 'passed' as const, passedFileIds: ['f-1', 'f-after'], fileIds: ['f-1'] }

test('every public class is in exactly one group, and nothing else is in any', () => {
  const grouped = Object.values(groupClasses).flat().sort()
  expect(grouped).toEqual(
    issueClasses
      .filter(({ isPublic }) => isPublic)
      .map(({ code }) => code)
      .sort(),
  )
})

test('a stored fact that has gone stale shows nothing, nor does an issue of another community', () => {
  const shown = withPublicity(issueIn('handling', passed))
  expect(isShownToPublic(shown, communityId)).toBe(true)
  expect(isShownToPublic({ ...shown, textCheck: 'waiting' }, communityId)).toBe(false)
  expect(isShownToPublic({ ...shown, passedFileIds: [] }, communityId)).toBe(false)
  expect(isShownToPublic({ ...shown, isPublic: false }, communityId)).toBe(false)
  expect(isShownToPublic(shown, 'c-2')).toBe(false)
})

test('what has ended is told apart from what is mended: the result stands beside the state', () => {
  const ended = issueIn('closed', { ...passed, result: 'cannot' })
  expect(publicBriefOf(ended, places, null)).toMatchObject({ stateName: '已办结', isOpen: false, result: 'cannot' })
})

test('photos are those that passed, before and after; the steps name posts and nobody', () => {
  const issue = issueIn('closed', { ...passed, resultFileIds: ['f-after', 'f-unchecked'] })
  const urls = new Map(['f-1', 'f-after', 'f-unchecked'].map((id) => [id, `https://x/${id}`]))
  const detail = publicDetailOf(issue, places, urls, morning)
  expect([detail.photos, detail.resultPhotos].map((photos) => photos.map(({ id }) => id))).toEqual([
    ['f-1'],
    ['f-after'],
  ])
  expect(detail.steps).toEqual([
    { at: issue.createdAt, title: '上报', to: 'reported', postName: null },
    { at: issue.createdAt, title: '派遣', to: 'dispatched', postName: null },
  ])
  expect(JSON.stringify(detail)).not.toMatch(/某|reporter|owner/)
})
