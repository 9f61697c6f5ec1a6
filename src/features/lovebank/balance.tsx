import { View } from '@tarojs/components'
import { dateWords } from '@/features/issues/time-words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { pointsText } from '@/shared/kernel/points'
import { Banner, Card, Facts, Stat, Stats } from '@/ui/card'
import { pointsWords } from './words'

export type Account = OutputOf<ContractOf<'lovebank.getMyAccount'>>['accounts'][number]

const lotsShown = 4

/** What an account has: free, set aside, owed, and what of it ends when. */
export function Balance({ account, today }: { account: Account; today: string }) {
  const { available, held, owed, lots, isSuspended } = account
  return (
    <View>
      {isSuspended && (
        <Banner tone="warn" title="账户已暂停">
          暂停期间不能得分，也不能兑换；已有积分都在。有疑问请联系社区。
        </Banner>
      )}
      <Card>
        <Stats>
          <Stat value={pointsText(available)} unit="分" label="可用" />
          <Stat value={pointsText(held)} unit="分" label="预扣，等领取" />
          {owed > 0 && <Stat value={pointsText(owed)} unit="分" label="欠扣，以后得分时补上" />}
        </Stats>
        {lots.length > 0 && (
          <Facts
            items={lots.slice(0, lotsShown).map(({ expiresOn, halfPoints }) => ({
              label: pointsWords(halfPoints),
              value: `${dateWords(expiresOn, today)} 到期`,
            }))}
          />
        )}
        {lots.length > lotsShown && (
          <View className="ui-cells-note">{`还有 ${lots.length - lotsShown} 批晚些到期`}</View>
        )}
      </Card>
    </View>
  )
}
