import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { countedWords } from '@/shared/kernel/counted'
import { deskPartNames, type DeskPart } from '@/shared/kernel/desk-parts'
import { aria } from '@/ui/aria'
import { Cell, CellGroup } from '@/ui/cell'
import type { IconName } from '@/ui/icon'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'

const looks: Record<DeskPart, { icon: IconName; note: string }> = {
  undispatched: { icon: 'send', note: '申诉或补充后回来的，请派给专人' },
  undecided: { icon: 'swap', note: '请定下由谁负责' },
  sentBack: { icon: 'back', note: '部门说不归自己，请定下谁牵头' },
  extension: { icon: 'clock', note: '同意不同意，请给负责人一个答复' },
  verify: { icon: 'search', note: '办好了没有，请看一看' },
  unchecked: { icon: 'shield', note: '机器拿不准的文字和照片，请人看' },
  overdue: { icon: 'warning', note: '过了时限还没有办结' },
  supervised: { icon: 'flag', note: '谁该回话，什么时候' },
}

const open = (part: DeskPart) => () =>
  void Taro.navigateTo({
    url: part === 'supervised' ? '/packages/office/supervision/index' : `/packages/office/desk-part/index?part=${part}`,
  })

const openClusters = () => void Taro.navigateTo({ url: '/packages/office/clusters/index' })

/** What waits for somebody here, kind by kind. What has none is only named. */
export function Waiting() {
  const query = useCapability('issues.countDesk', {})
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const { loading, error, offline, onRetry } = pageState(query)
  if (loading) return <Loading shape="list" />
  if (error || !query.data) return <ErrorState message={error?.message ?? '没有读到'} onRetry={onRetry} />
  const { parts, open: openCount, isOpenMore, clusters } = query.data
  const busy = parts.filter(({ count }) => count > 0)
  const idle = parts.filter(({ count }) => count === 0).map(({ part }) => deskPartNames[part])
  const hasClusters = clusters !== null && clusters > 0
  const isBusy = busy.length > 0 || hasClusters
  return (
    <View>
      {offline && <OfflineBar />}
      <View className="desk-open" {...aria({ role: 'status' })}>
        <Text className="desk-open-count">{isOpenMore ? `超过 ${openCount}` : openCount}</Text>
        <Text>件正在办</Text>
      </View>
      {!isBusy && <Empty mascot="shengbao" title="没有等您定的事" words="申诉、延期、核查和超期会出现在这里。" />}
      {isBusy && (
        <CellGroup title="等着定的">
          {busy.map(({ part, ...counted }) => (
            <Cell
              key={part}
              icon={looks[part].icon}
              tone={part === 'overdue' ? 'danger' : 'primary'}
              title={deskPartNames[part]}
              note={looks[part].note}
              value={countedWords(counted)}
              onPress={open(part)}
            />
          ))}
          {hasClusters && (
            <Cell
              icon="pin"
              title="相似上报"
              note="同一段地方好几件，看看是不是一回事"
              value={`${clusters} 处`}
              onPress={openClusters}
            />
          )}
        </CellGroup>
      )}
      {idle.length > 0 && isBusy && (
        <View className="desk-idle">{`没有：${[...idle, ...(clusters === 0 ? ['相似上报'] : [])].join('、')}`}</View>
      )}
    </View>
  )
}
