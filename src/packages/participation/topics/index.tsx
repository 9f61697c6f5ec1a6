import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { useMe } from '@/client/me'
import { openHeldWords, proposeTopic } from '@/features/consultations/open'
import { TopicCell } from '@/features/consultations/topic-cell'
import { membersOnly } from '@/features/consultations/members-only'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'

const items = [
  { value: 'open', label: '正在议' },
  { value: 'ended', label: '有结果' },
  { value: 'mine', label: '我提的' },
] as const
type Which = (typeof items)[number]['value']

const emptyWords: Record<Which, { title: string; words: string }> = {
  open: { title: '现在没有在议的事', words: '小区里的公共事，都可以提出来大家商量。' },
  ended: { title: '还没有办结的议题', words: '办完的事会在这里回告结果。' },
  mine: { title: '您还没有提过议题', words: '小区里的公共事，都可以提出来大家商量。' },
}
const runners: readonly string[] = ['communityWorker', 'administrator']

/** What the community talks over: under way, come to a result, and one's own. */
export default function TopicsPage() {
  const asked = useRouter().params.which
  const [which, setWhich] = useState<Which>(() => items.find(({ value }) => value === asked)?.value ?? 'open')
  const me = useMe()
  const pages = usePages('consultations.listTopics', { which })
  useListGestures(pages)
  const topics = pages.data?.pages.flatMap((page) => page.topics) ?? []
  const isRunner = me.data?.person.roles.some((role) => runners.includes(role)) ?? false
  return (
    <Page
      title="居民议事"
      lead="大家的事大家商量，提议、开会、表决、公示、办理，每一步都看得到。"
      skeleton="list"
      {...(me.data?.person.isNewcomer ? membersOnly : pageState(pages))}
    >
      {isRunner && (
        <CellGroup>
          <Cell icon="shield" title="待审文字" note="检查没有把握的议题和意见" onPress={openHeldWords} />
        </CellGroup>
      )}
      <Segmented label="看哪些议题" items={items} value={which} onChange={setWhich} />
      {pages.data && topics.length === 0 && <Empty mascot="xinbao" {...emptyWords[which]} />}
      {topics.length > 0 && (
        <CellGroup>
          {topics.map((topic) => (
            <TopicCell key={topic.id} topic={topic} />
          ))}
        </CellGroup>
      )}
      <ListEnd pages={pages} />
      <View>
        <Button block icon="plus" onPress={proposeTopic}>
          提出议题
        </Button>
      </View>
    </Page>
  )
}
