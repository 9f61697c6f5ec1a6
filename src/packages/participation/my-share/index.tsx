import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { PaymentCells } from '@/features/projects/payment-cells'
import { areaWords } from '@/features/projects/words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { yuanWords } from '@/shared/kernel/money'
import { shareRuleNames } from '@/shared/kernel/projects'
import { Banner, Card, Facts } from '@/ui/card'
import { CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'

type MyShare = OutputOf<ContractOf<'projects.getMyShare'>>

const unnamed = { error: { message: '这个地址没有说明是哪个项目，请从项目里打开' } }

/** How the amount comes about, as somebody can check it with a pencil. */
const sumWords: Record<MyShare['rule'], (mine: MyShare) => string> = {
  household: ({ totalFen, base }) => `${yuanWords(totalFen)} ÷ ${base.households} 户`,
  area: ({ totalFen, base, share }) =>
    `${yuanWords(totalFen)} × ${areaWords(share.areaHundredths)} ÷ ${areaWords(base.areaHundredths)}`,
  manual: () => '由业主逐户商定',
}

const standings: Record<MyShare['standing'], { title: string; tone: 'success' | 'info' }> = {
  exempt: { title: '您家免缴', tone: 'success' },
  paid: { title: '您家已经缴齐，谢谢', tone: 'success' },
  due: { title: '方便的时候缴就可以', tone: 'info' },
}

/** A household's own statement; nobody but its members and the treasurer sees it. */
export default function MySharePage() {
  const { projectId = '' } = useRouter().params
  const query = useCapability('projects.getMyShare', { projectId }, { enabled: projectId !== '' })
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const mine = query.data
  return (
    <Page
      title="我家的分摊"
      lead={mine && `${mine.title} · ${mine.share.label}`}
      skeleton="card"
      {...(projectId ? pageState(query) : unnamed)}
    >
      {mine && <Statement mine={mine} />}
    </Page>
  )
}

function Statement({ mine }: { mine: MyShare }) {
  const { share, standing, treasurerName, payments, rule, residue } = mine
  const { title, tone } = standings[standing]
  return (
    <>
      <Card>
        <Facts
          items={[
            { label: '应缴', value: yuanWords(share.dueFen) },
            { label: '已缴', value: yuanWords(share.paidFen) },
            ...(share.balanceFen > 0 ? [{ label: '还差', value: yuanWords(share.balanceFen) }] : []),
            ...(share.balanceFen < 0 ? [{ label: '多缴待退', value: yuanWords(-share.balanceFen) }] : []),
            ...(share.refundedFen > 0 ? [{ label: '已经退款', value: yuanWords(share.refundedFen) }] : []),
            ...(share.exemptFor ? [{ label: '免缴原因', value: share.exemptFor }] : []),
          ]}
        />
      </Card>
      <Banner tone={tone} title={title}>
        {`有疑问或手头不便，请找经办人 ${treasurerName}。这一页只有您家的人和经办人能看到。`}
      </Banner>
      <Card title="怎么算的">
        <Facts
          items={[
            { label: '办法', value: shareRuleNames[rule] },
            { label: '算式', value: sumWords[rule](mine) },
            { label: '分摊', value: yuanWords(share.plannedFen) },
            { label: '零头', value: residue },
          ]}
        />
      </Card>
      {payments.length > 0 && (
        <CellGroup title="每一张回单" note="有照片的，点按可以看大图">
          <PaymentCells payments={payments} />
        </CellGroup>
      )}
    </>
  )
}
