import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { usePages } from '@/client/hooks'
import { Cell, CellGroup } from '@/ui/cell'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'

const openQueue = () => void Taro.navigateTo({ url: '/packages/gridwork/queue/index' })
const openBindings = () => void Taro.navigateTo({ url: '/packages/gridwork/bindings/index' })

/** For those who work on issues: how much there is, how much of it is late, who waits to be let in. */
export function DutyBoard({ isApprover }: { isApprover: boolean }) {
  const queue = usePages('issues.listQueue', { view: 'mine' })
  const bindings = usePages('residents.listBindings', { state: 'pending' }, { enabled: isApprover })
  const issues = queue.data?.pages.flatMap((page) => page.issues)
  const pending = bindings.data?.pages[0]?.bindings.length ?? 0
  if (!issues) return null
  const open = countWords(issues.length, queue.hasNextPage)
  const late = issues.filter(({ urgency }) => urgency === 'red').length
  const near = issues.filter(({ urgency }) => urgency === 'amber').length
  return (
    <>
      <Pressable className={`home-duty ${late > 0 ? 'is-late' : ''}`} onPress={openQueue}>
        <Figure value={open} label="待我处理" />
        <Figure value={String(late)} label="已超时" tone={late > 0 ? 'is-red' : ''} />
        <Figure value={String(near)} label="快到时限" tone={near > 0 ? 'is-amber' : ''} />
        <Icon name="chevron" className="home-duty-arrow" />
      </Pressable>
      {pending > 0 && (
        <CellGroup>
          <Cell
            icon="key"
            title="住户绑定等您确认"
            note="核对是不是本楼的住户"
            badge={pending}
            onPress={openBindings}
          />
        </CellGroup>
      )}
    </>
  )
}

const countWords = (count: number, hasMore: boolean): string => (hasMore ? `${count}+` : String(count))

function Figure({ value, label, tone = '' }: { value: string; label: string; tone?: string }) {
  return (
    <View className={`home-figure ${tone}`}>
      <Text className="home-figure-value">{value}</Text>
      <View className="home-figure-label">{label}</View>
    </View>
  )
}
