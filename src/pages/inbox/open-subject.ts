import Taro from '@tarojs/taro'
import { dutiesOf } from '@/features/gridwork/duties'
import { openIssue } from '@/features/issues/open-issue'
import type { Role } from '@/shared/kernel/roles'

interface Subject {
  kind:
    | 'issue'
    | 'binding'
    | 'leave'
    | 'calendar'
    | 'cluster'
    | 'adoption'
    | 'export'
    | 'points'
    | 'ledger'
    | 'activity'
    | 'session'
    | 'consultation'
    | 'redemption'
    | 'stock'
    | 'certificate'
    | 'project'
    | 'share'
    | 'funding'
    | 'consent'
  id: string
}

const open = (url: string) => void Taro.navigateTo({ url })

/** Opens what a notice is about, where its reader can act on it. */
export const openSubject = ({ kind, id }: Subject, roles: readonly Role[]): void => {
  if (kind === 'issue') return openIssue(id)
  if (kind === 'cluster') return open(`/packages/office/clusters/index?id=${id}`)
  if (kind === 'adoption') return open(`/packages/resident/adoption/index?id=${id}`)
  if (kind === 'leave') return open('/packages/gridwork/leave/index')
  if (kind === 'calendar') return open('/packages/office/calendar/index')
  if (kind === 'export') return open('/packages/office/exports/index')
  if (kind === 'ledger') return open('/packages/office/books/index')
  if (kind === 'points') return open('/packages/lovebank/account/index')
  if (kind === 'session') return open(`/packages/lovebank/session/index?id=${id}`)
  if (kind === 'consultation') return open(`/packages/participation/topic/index?id=${id}`)
  if (kind === 'activity') return open(`/packages/office/activity/index?id=${id}`)
  if (kind === 'redemption') return open(`/packages/lovebank/redemption/index?id=${id}`)
  if (kind === 'certificate') return open(`/packages/lovebank/certificate/index?id=${id}`)
  if (kind === 'project') return open(`/packages/participation/project/index?id=${id}`)
  if (kind === 'share') return open(`/packages/participation/my-share/index?projectId=${id}`)
  if (kind === 'funding') return open(`/packages/office/funding/index?projectId=${id}`)
  if (kind === 'stock') return open(`/packages/office/rewards/index?centreId=${id}`)
  if (kind === 'consent') return open(`/packages/participation/consent/index?id=${id}`)
  return open(
    dutiesOf(roles).decidesBindings ? '/packages/gridwork/bindings/index' : '/packages/resident/bind-household/index',
  )
}
