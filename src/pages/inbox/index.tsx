import { View } from '@tarojs/components'
import { useCapability, useCommand, usePages } from '@/client/hooks'
import { SubscribeButton } from '@/features/notices/subscribe-button'
import { useUnreadBadge } from '@/features/notices/use-unread-badge'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Link } from '@/ui/button'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'
import { NoticeRow, type Notice } from './notice-row'
import { openSubject } from './open-subject'
import './index.scss'

/** The inbox: the truth about everything that was said to me. */
export default function Inbox() {
  const pages = usePages('notices.listNotices', {})
  const me = useCapability('session.getMe', {})
  const mark = useCommand('notices.markRead')
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const notices = read.flatMap((page) => page.notices)
  const unread = read[0]?.unread
  useUnreadBadge(unread)

  const open = (notice: Notice) => {
    if (!notice.isRead) mark.mutate({ ids: [notice.id] })
    openSubject(notice.subject, me.data?.person.roles ?? [])
  }
  const readAll = () =>
    mark.mutate({}, { onSuccess: () => toast('全部标为已读'), onError: (error) => toast(error.message) })
  const empty = pages.data && notices.length === 0 && (
    <Empty mascot="shengbao" title="还没有消息" words="您上报的事有了进展，会在这里告诉您。" />
  )
  const now = me.data?.now ?? notices[0]?.createdAt ?? ''
  return (
    <Page title="消息" {...pageState(pages)} empty={empty || undefined}>
      <View className="inbox-head">
        <View className="inbox-count">{unread ? `${unread} 条未读` : '都看过了'}</View>
        {unread ? <Link onPress={readAll}>全部已读</Link> : null}
      </View>
      <SubscribeButton
        template={me.data?.person.roles.some((role) => role !== 'resident') ? 'staffTask' : 'issueProgress'}
        words="下一条消息微信通知我"
      />
      <View className="inbox-list">
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} now={now} onPress={() => open(notice)} />
        ))}
      </View>
      <ListEnd pages={pages} />
    </Page>
  )
}
