import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { call } from '@/client/call'
import { useCapability, useCommand } from '@/client/hooks'
import { handOver } from '@/client/sheets'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { yuanWords } from '@/shared/kernel/money'
import { shareRuleNames } from '@/shared/kernel/projects'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { BuildingShares } from './building-shares'
import { SharesImport } from './shares-import'
import { SlipList } from './slip-list'
import { Spending } from './spending'
import type { FundingView } from './views'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪个项目，请从项目里打开' } }

/** What the treasurer keeps: the shares, what came in for them, and that both agree. */
export default function FundingPage() {
  const { projectId = '' } = useRouter().params
  const query = useCapability('projects.getFunding', { projectId }, { enabled: projectId !== '' })
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const funding = query.data
  return (
    <Page title="经办自筹" lead={funding?.title} skeleton="card" {...(projectId ? pageState(query) : unnamed)}>
      {funding && (
        <>
          <Sums funding={funding} />
          {funding.spending && (
            <Spending
              projectId={projectId}
              spending={funding.spending}
              collectedFen={funding.sums.paidFen - funding.sums.refundedFen}
            />
          )}
          {funding.state === 'draft' ? <Draft funding={funding} /> : <Open funding={funding} />}
          <Tables projectId={projectId} isOpen={funding.state === 'open'} />
        </>
      )}
      <PrivacyAsk />
    </Page>
  )
}

function Sums({ funding }: { funding: FundingView }) {
  const { sums, totalFen, slips, state, rule, residue } = funding
  const netFen = sums.paidFen - sums.refundedFen
  return (
    <>
      <Card>
        <Facts
          items={[
            { label: '总额', value: yuanWords(totalFen) },
            { label: '实收', value: yuanWords(netFen) },
            {
              label: '分摊',
              value: `${shareRuleNames[rule]}，${sums.households} 户，合计 ${yuanWords(sums.plannedFen)}`,
            },
            { label: '零头', value: residue },
            ...(sums.exemptFen > 0 ? [{ label: '免缴', value: yuanWords(sums.exemptFen) }] : []),
            ...(sums.refundedFen > 0 ? [{ label: '退款', value: yuanWords(sums.refundedFen) }] : []),
          ]}
        />
      </Card>
      {state === 'open' && (
        <Banner
          tone={slips.isEqual ? 'success' : 'danger'}
          title={slips.isEqual ? '回单和各户账目相符' : '回单和各户账目不符，请逐笔核对'}
        >
          {`${slips.count} 张回单，缴款 ${yuanWords(slips.paidFen)}，退款 ${yuanWords(slips.refundedFen)}。`}
        </Banner>
      )}
    </>
  )
}

/** Before payment begins: areas and amounts from a table, then the opening, which fixes them. */
function Draft({ funding: { projectId, sums, totalFen, buildings } }: { funding: FundingView }) {
  const [ask, dialog] = useConfirm()
  const command = useCommand('projects.openFunding')
  const open = async () => {
    const words = `${sums.households} 户、合计 ${yuanWords(sums.plannedFen)} 从此固定，并告知每一户。`
    if (!(await ask({ title: '开始缴款？', words, confirmText: '开始' }))) return
    command.mutate({ projectId }, { onSuccess: () => toast('已开始缴款') })
  }
  return (
    <>
      {sums.plannedFen !== totalFen && (
        <Banner tone="warn" title="各户合计和总额还不一致">
          {`合计 ${yuanWords(sums.plannedFen)}，总额 ${yuanWords(totalFen)}。请下载各户表，填好再导入。`}
        </Banner>
      )}
      <BuildingShares projectId={projectId} buildings={buildings} isOpen={false} />
      <SharesImport projectId={projectId} />
      {command.error && (
        <Banner tone="danger" urgent>
          {command.error.message}
        </Banner>
      )}
      <View className="funding-act">
        <Button block loading={command.isPending} onPress={() => void open()}>
          开始缴款
        </Button>
      </View>
      {dialog}
    </>
  )
}

/** While households pay. */
function Open({ funding: { projectId, buildings } }: { funding: FundingView }) {
  const [ask, dialog] = useConfirm()
  const command = useCommand('projects.remindShares')
  const remind = async () => {
    const words = '只发给还没缴齐的户，每户只看到自己的。七天内最多一次。'
    if (!(await ask({ title: '提醒还没缴齐的户？', words, confirmText: '提醒' }))) return
    command.mutate(
      { projectId },
      {
        onSuccess: ({ people }) => toast(people > 0 ? `已提醒 ${people} 人` : '没有要提醒的人'),
        onError: (error) => toast(error.message),
      },
    )
  }
  return (
    <>
      <BuildingShares projectId={projectId} buildings={buildings} isOpen />
      <SlipList projectId={projectId} />
      <View className="funding-act">
        <Button block tone="secondary" icon="inbox" loading={command.isPending} onPress={() => void remind()}>
          提醒还没缴齐的户
        </Button>
      </View>
      {dialog}
    </>
  )
}

function Tables({ projectId, isOpen }: { projectId: string; isOpen: boolean }) {
  const take = async (part: 'shares' | 'payments') => {
    try {
      const { name, text } = await call('projects.exportShares', { projectId, part })
      toast(await handOver(name, text, '表格'))
    } catch (error) {
      toast((error as Error).message)
    }
  }
  return (
    <View>
      <CellGroup title="表格" note="含各户门牌和金额，请妥善保管，不要公开张贴">
        <Cell icon="list" title="下载各户分摊" onPress={() => void take('shares')} />
        {isOpen && <Cell icon="list" title="下载全部回单" onPress={() => void take('payments')} />}
      </CellGroup>
    </View>
  )
}
