import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useCapability, useCommand } from '@/client/hooks'
import { CallButton } from '@/features/organization/call-button'
import { dateWords, momentWords } from '@/features/issues/time-words'
import { hoursWords, payerNames, pointsWords, stateWords } from '@/features/lovebank/words'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { Code } from './code'
import './index.scss'

type Redemption = OutputOf<ContractOf<'redemptions.getRedemption'>>

const unnamed = { error: { message: '这个地址没有说明是哪一次兑换，请从“我的兑换”里打开' } }

/** One redemption: the code to show while it waits, where and until when to fetch it, and the way to give it up. */
export default function RedemptionPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('redemptions.getRedemption', { id }, { enabled: id !== '' })
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const redemption = query.data
  return (
    <Page title={redemption?.rewardName} skeleton="card" {...(id ? pageState(query) : unnamed)}>
      {redemption && (
        <>
          {redemption.state === 'held' && <Code id={id} onLook={() => void query.refetch()} />}
          {redemption.state !== 'held' && (
            <Banner tone={redemption.state === 'captured' ? 'success' : 'info'} title={stateWords(redemption)}>
              {redemption.state === 'captured' && redemption.capturedAt
                ? `${momentWords(redemption.capturedAt, redemption.now)} 在${redemption.centreName}领取。`
                : '积分已退回账户；退回时已经到期的除外。'}
            </Banner>
          )}
          <About redemption={redemption} />
          {redemption.state === 'held' && <GiveUp redemption={redemption} />}
        </>
      )}
    </Page>
  )
}

function About({ redemption }: { redemption: Redemption }) {
  const { centre, now, endsAt, heldAt, halfPoints, payer, ending, state } = redemption
  const today = dayOf(now)
  return (
    <Section title="领取">
      <Card>
        <Facts
          items={[
            { label: '地点', value: `${centre.name}，${centre.place}` },
            { label: '开放', value: `${hoursWords(centre.hours)}${centre.isOpen ? '，现在开放' : ''}` },
            ...(state === 'held' ? [{ label: '期限', value: `${momentWords(endsAt, now)} 前，过期自动退回` }] : []),
            { label: '积分', value: `${pointsWords(halfPoints)}，${payerNames[payer]}` },
            { label: '兑换', value: momentWords(heldAt, now) },
          ]}
        />
        {centre.phone && <CallButton name={centre.name} phone={centre.phone} />}
      </Card>
      {ending.length > 0 && (
        <Banner tone="warn" title="有积分快到期">
          {`${ending.map((lot) => `${pointsWords(lot.halfPoints)} 在${dateWords(lot.expiresOn, today)}到期`).join('，')}。到期以后再取消，这部分退不回来。`}
        </Banner>
      )}
    </Section>
  )
}

function GiveUp({ redemption }: { redemption: Redemption }) {
  const command = useCommand('redemptions.cancelRedemption')
  const [ask, dialog] = useConfirm()
  const giveUp = async () => {
    const words = `“${redemption.rewardName}”会让给别人，${pointsWords(redemption.halfPoints)}退回账户。`
    if (!(await ask({ title: '取消这次兑换？', words, confirmText: '取消兑换', cancelText: '再想想' }))) return
    command.mutate(
      { id: redemption.id },
      { onSuccess: () => toast('已取消，积分退回'), onError: (error) => toast(error.message) },
    )
  }
  return (
    <View className="redemption-acts">
      <Button block tone="ghost" loading={command.isPending} onPress={() => void giveUp()}>
        取消这次兑换
      </Button>
      {dialog}
    </View>
  )
}
