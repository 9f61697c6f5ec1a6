import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { dateWords } from '@/features/issues/time-words'
import { addDays } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { DayField } from '@/ui/day-field'
import { LongChoice } from '@/ui/long-choice'
import { Loading } from '@/ui/states'
import { toast } from '@/ui/toast'
import { placeRefusal } from './refusals'

const aheadMax = 180

/** From when to when, and who acts meanwhile. */
export function LeaveForm({ today }: { today: string }) {
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState<string>()
  const [standInId, setStandInId] = useState<string>()
  const [isTried, setTried] = useState(false)
  const standIns = useCapability('organization.listStandIns', {})
  const leave = useCommand('organization.setLeave')
  const { fields, general } = placeRefusal(leave.error)

  const send = () => {
    setTried(true)
    if (!to || !standInId) return showFirstError()
    leave.mutate(
      { leave: { from, to, standInId } },
      { onSuccess: () => toast('请假已安排好'), onError: showFirstError },
    )
  }
  const change = (apply: () => void) => {
    leave.reset()
    apply()
  }
  if (standIns.isPending) return <Loading shape="form" />
  const candidates = standIns.data?.candidates ?? []
  if (standIns.data && candidates.length === 0) {
    return <Banner tone="warn">现在没有同岗位、在岗的人可以代班，请联系社区安排。</Banner>
  }
  return (
    <>
      {(general ?? standIns.error?.message) && (
        <Banner tone="danger" urgent>
          {general ?? standIns.error?.message}
        </Banner>
      )}
      <DayField
        label="从哪天开始"
        required
        value={from}
        from={today}
        to={addDays(today, aheadMax)}
        said={from && dateWords(from, today)}
        error={fields.from}
        onChange={(day) => change(() => setFrom(day))}
      />
      <DayField
        label="到哪天为止（含当天）"
        required
        value={to}
        from={from}
        to={addDays(from, aheadMax)}
        said={to && dateWords(to, today)}
        error={fields.to ?? (isTried && !to ? '请选择最后一天' : undefined)}
        onChange={(day) => change(() => setTo(day))}
      />
      <LongChoice
        label="谁来代班"
        required
        placeholder="姓名、小区或楼号"
        searchLabel="查找代班人"
        help="只能选同岗位、在岗的人，最好先和对方说好"
        options={candidates.map(({ personId, name, roleName, scopeName }) => ({
          value: personId,
          label: name,
          note: `${roleName} · ${scopeName}`,
        }))}
        value={standInId ?? null}
        error={fields.standInId ?? (isTried && !standInId ? '请选择代班人' : undefined)}
        onChange={(id) => change(() => setStandInId(id))}
      />
      <Button block loading={leave.isPending} loadingText="正在提交…" onPress={send}>
        确定请假
      </Button>
    </>
  )
}
