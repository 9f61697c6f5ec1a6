import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { areaWords, type ShareView } from '@/features/projects/words'
import { yuanWords } from '@/shared/kernel/money'
import { Link } from '@/ui/button'
import { Facts } from '@/ui/card'
import { Field } from '@/ui/field'
import { Segmented } from '@/ui/segmented'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { PaymentForm } from './payment-form'

type Props = { projectId: string; share: ShareView; building: string; onClose: () => void }

const acts = [
  { value: 'paid', label: '缴款入账' },
  { value: 'refunded', label: '退款' },
  { value: 'exempt', label: '免缴' },
] as const
type Act = (typeof acts)[number]['value']

/** One household's account, and what can be put to it. */
export function ShareSheet({ projectId, share, building, onClose }: Props) {
  const [act, setAct] = useState<Act>('paid')
  const openStatement = () => {
    onClose()
    void Taro.navigateTo({
      url: `/packages/participation/my-share/index?projectId=${projectId}&householdId=${share.householdId}`,
    })
  }
  const head = (
    <>
      <Facts
        items={[
          { label: '应缴', value: yuanWords(share.dueFen) },
          { label: '已缴', value: yuanWords(share.paidFen - share.refundedFen) },
          ...(share.areaHundredths > 0 ? [{ label: '面积', value: areaWords(share.areaHundredths) }] : []),
          ...(share.exemptFor ? [{ label: '免缴', value: share.exemptFor }] : []),
        ]}
      />
      <Link icon="list" onPress={openStatement}>
        对账单和每张回单
      </Link>
      <Segmented label="办什么" items={acts} value={act} onChange={setAct} />
    </>
  )
  const shared = { projectId, share, title: `${building}${share.label}`, head, onClose }
  return act === 'exempt' ? <ExemptForm {...shared} /> : <PaymentForm key={act} {...shared} kind={act} />
}

type FormProps = {
  projectId: string
  share: ShareView
  title: string
  head: ReactNode
  onClose: () => void
}

function ExemptForm({ projectId, share, title, head, onClose }: FormProps) {
  const [reason, setReason] = useState(share.exemptFor ?? '')
  const command = useCommand('projects.setExemption')
  const isExempt = share.exemptFor !== null
  const send = () =>
    command.mutate(
      { projectId, householdId: share.householdId, reason: isExempt ? null : reason },
      {
        onSuccess: () => {
          toast(isExempt ? '已取消免缴' : '已免缴')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      actions={
        <Submit
          words={isExempt ? '取消免缴' : '免缴'}
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={!isExempt && reason.trim() === ''}
          reason="请填写原因"
          onPress={send}
        />
      }
    >
      <View>
        {head}
        {!isExempt && (
          <Field
            label="免缴原因"
            required
            maxLength={60}
            help="其他户的分摊不变，差额由别的资金补上"
            value={reason}
            error={command.error?.fields.reason}
            onChange={setReason}
          />
        )}
      </View>
    </Sheet>
  )
}
