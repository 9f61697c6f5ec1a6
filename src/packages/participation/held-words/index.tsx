import { View } from '@tarojs/components'
import { useCommand, usePages } from '@/client/hooks'
import { openTopic } from '@/features/consultations/open'
import { momentWords } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { useMe } from '@/client/me'
import { Button, Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'
import '../topic/index.scss'

type Held = OutputOf<ContractOf<'consultations.listHeldWords'>>['held'][number]

/** Words of residents a person has to look at before others read them. */
export default function HeldWordsPage() {
  const pages = usePages('consultations.listHeldWords', {})
  useListGestures(pages)
  const me = useMe()
  const held = pages.data?.pages.flatMap((page) => page.held) ?? []
  return (
    <Page title="待审文字" lead="自动检查没有把握的，由您决定能不能公开。" skeleton="list" {...pageState(pages)}>
      {pages.data && held.length === 0 && <Empty mascot="shengbao" title="没有等审核的" words="新的来了会排在这里。" />}
      <View>
        {held.map((one) => (
          <HeldCard key={one.id} held={one} now={me.data?.now ?? one.createdAt} />
        ))}
      </View>
      <ListEnd pages={pages} />
    </Page>
  )
}

function HeldCard({ held, now }: { held: Held; now: string }) {
  const command = useCommand('consultations.judgeWords')
  const { kind, id, topicId, title, text, createdAt } = held
  const judge = (pass: boolean) =>
    command.mutate(
      { kind, id, pass },
      {
        onSuccess: () => toast(pass ? '已公开' : '不公开'),
        onError: (error) => toast(error.message),
      },
    )
  return (
    <Card title={kind === 'topic' ? `议题：${title}` : `意见，关于“${title}”`}>
      <View className="topic-text">{text}</View>
      <View className="topic-when">{momentWords(createdAt, now)}</View>
      <View className="topic-acts">
        <Button size="small" loading={command.isPending} onPress={() => judge(true)}>
          可以公开
        </Button>
        <Button size="small" tone="secondary" onPress={() => judge(false)}>
          不公开
        </Button>
        <Link onPress={() => openTopic(topicId)}>看议题</Link>
      </View>
    </Card>
  )
}
