import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Choices } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { Loading } from '@/ui/states'
import { toast } from '@/ui/toast'
import { dayWords, weekdayOf, type RosterDay } from './day-words'

const peopleMax = 3
type Props = { day: RosterDay; lastWeek: RosterDay | undefined; today: string; onClose: () => void }

/** Up to three people for a day, found by name, post or grid; or those of the same day last week. */
export function DaySheet({ day, lastWeek, today, onClose }: Props) {
  const [chosen, setChosen] = useState(() => day.people.filter(({ isAway }) => !isAway).map(({ personId }) => personId))
  // The list behind is read again meanwhile; what counts is what stood here when it was opened, or was looked at since.
  const [seenAt, setSeenAt] = useState(day.setAt)
  const [typed, setTyped] = useState('')
  const query = useCapability('organization.listRosterCandidates', { day: day.day })
  const plan = useCommand('organization.setRoster')
  const candidates = query.data?.candidates ?? []
  const shown = candidates.filter(
    ({ personId, name, roleName, scopeName }) =>
      chosen.includes(personId) || `${name}${roleName}${scopeName}`.includes(typed.trim()),
  )
  const before = candidates.filter(({ personId }) => lastWeek?.people.some((one) => one.personId === personId))
  const pick = (ids: string[]) => {
    plan.reset()
    setChosen(ids)
  }
  const save = () =>
    plan.mutate(
      { day: day.day, personIds: chosen, seenAt },
      {
        onSuccess: () => {
          toast(chosen.length > 0 ? '值班已安排好' : '已清空，可以重新安排')
          onClose()
        },
      },
    )
  const isOvertaken = plan.error?.code === 'ROSTER_CHANGED' && day.setAt !== seenAt
  const goOn = () => {
    plan.reset()
    setSeenAt(day.setAt)
  }
  const isNothing = chosen.length === 0 && day.people.length === 0
  return (
    <Sheet
      open
      title={`${dayWords(day.day, today)}，谁值班`}
      onClose={onClose}
      actions={
        <Submit
          words={chosen.length > 0 || isNothing ? '保存安排' : '清空这一天'}
          danger={chosen.length === 0 && !isNothing}
          busy={plan.isPending}
          disabled={isNothing}
          reason="先选至少一个人"
          problem={isOvertaken ? undefined : problemOf(plan.error)}
          onPress={save}
        />
      }
    >
      <View>
        {isOvertaken && (
          <Banner urgent tone="warn" title="这一天刚由别人安排过" action={{ text: '看过了，接着改', onPress: goOn }}>
            {`现在是：${day.people.map(({ name }) => name).join('、') || '没有人'}。您选的还在下面，接着改完再保存，会换成您选的人。`}
          </Banner>
        )}
        {query.isPending && <Loading shape="form" label="正在读取人员名单" />}
        {query.error && !query.data && (
          <Banner tone="danger" action={{ text: '重试', onPress: () => void query.refetch() }}>
            人员名单没有读取成功
          </Banner>
        )}
        {query.data && (
          <>
            {before.length > 0 && (
              <View className="roster-copy">
                <Button
                  block
                  tone="secondary"
                  icon="refresh"
                  onPress={() => pick(before.map(({ personId }) => personId))}
                >
                  {`照上${weekdayOf(day.day)}：${before.map(({ name }) => name).join('、')}`}
                </Button>
              </View>
            )}
            <SearchField value={typed} onChange={setTyped} placeholder="姓名、岗位或网格" label="查找人员" />
            <Choices
              label={`已选 ${chosen.length} 人，最多 ${peopleMax} 人`}
              layout="list"
              help={shown.length === 0 ? '没有找到，换个词试试' : undefined}
              options={shown.map(({ personId, name, roleName, scopeName }) => ({
                value: personId,
                label: name,
                note: `${roleName} · ${scopeName}`,
                disabled: chosen.length >= peopleMax && !chosen.includes(personId),
              }))}
              value={chosen}
              onChange={pick}
            />
          </>
        )}
      </View>
    </Sheet>
  )
}
