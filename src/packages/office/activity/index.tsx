import { useRouter } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { useMe } from '@/client/me'
import { pageState } from '@/features/paging/page-state'
import { Page } from '@/ui/page'
import { ActivityForm } from './activity-form'
import { ActivityView } from './activity-view'

/** Makes an activity, or shows one to whoever changes or decides it. */
export default function ActivityPage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  const activity = useCapability('activities.getActivity', { id }, { enabled: id !== '' })
  const state = pageState(id && me.data ? activity : me)
  if (id)
    return (
      <Page title={activity.data?.title ?? '活动'} eyebrow={activity.data?.themeName} skeleton="form" {...state}>
        {me.data && activity.data && <ActivityView activity={activity.data} now={me.data.now} />}
      </Page>
    )
  return (
    <Page
      title="发起活动"
      lead="工作人员发起的马上排出场次；居民和志愿者发起的，工作人员审核后由您带队。"
      skeleton="form"
      {...state}
    >
      {me.data && <ActivityForm now={me.data.now} />}
    </Page>
  )
}
