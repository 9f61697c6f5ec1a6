import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { PaymentCells } from '@/features/projects/payment-cells'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { canPrint, printPage } from '@/ui/print'
import { StatementPaper } from './statement-paper'
import { amountsOf, reckoningOf, standings, type MyShare } from './words'

const unnamed = { error: { message: '这个地址没有说明是哪个项目，请从项目里打开' } }

/** A household's statement, for its members; with a household in the address for the treasurer, and for nobody else. */
export default function MySharePage() {
  const { projectId = '', householdId = '' } = useRouter().params
  const [isNamed, isKept] = [projectId !== '', householdId !== '']
  const own = useCapability('projects.getMyShare', { projectId }, { enabled: isNamed && !isKept })
  const kept = useCapability('projects.getShare', { projectId, householdId }, { enabled: isNamed && isKept })
  const query = isKept ? kept : own
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const mine = query.data
  return (
    <Page
      title={isKept ? '各户对账单' : '我家的分摊'}
      lead={mine && `${mine.title} · ${mine.building}${mine.share.label}`}
      skeleton="card"
      {...(isNamed ? pageState(query) : unnamed)}
    >
      {mine && <Statement mine={mine} isKept={isKept} />}
    </Page>
  )
}

function Statement({ mine, isKept }: { mine: MyShare; isKept: boolean }) {
  const { share, standing, treasurerName, payments } = mine
  const { title, keptTitle, tone } = standings[standing]
  return (
    <>
      <Card>
        <Facts items={amountsOf(share)} />
      </Card>
      <Banner tone={tone} title={isKept ? keptTitle : title}>
        {isKept
          ? '这一页只有这户的人和您能看到。打印出来请当面交给本户，不要张贴。'
          : `有疑问或手头不便，请找经办人 ${treasurerName}。这一页只有您家的人和经办人能看到。`}
      </Banner>
      <Card title="怎么算的">
        <Facts items={reckoningOf(mine)} />
      </Card>
      {payments.length > 0 && (
        <CellGroup title="每一张回单" note="有照片的，点按可以看大图">
          <PaymentCells payments={payments} />
        </CellGroup>
      )}
      {canPrint && (
        <Button block tone="secondary" onPress={printPage}>
          打印对账单
        </Button>
      )}
      <StatementPaper mine={mine} />
    </>
  )
}
