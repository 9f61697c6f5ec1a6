import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { useMe } from '@/client/me'
import { hoursWords } from '@/features/lovebank/words'
import { pageState } from '@/features/paging/page-state'
import { CodeEntry } from '@/features/scan/code-entry'
import type { ScanAsked } from '@/features/scan/use-scan.types'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page, Section } from '@/ui/page'
import { Empty } from '@/ui/states'
import { CentreSheet, type Centre } from './centre-sheet'
import { HandOver } from './hand-over'
import './index.scss'

const typedLength = 8
const open = (page: string, centreId: string) => () =>
  void Taro.navigateTo({ url: `/packages/office/${page}/index?centreId=${centreId}` })

/** The counter: scan or type, see what to hand over, confirm. */
export default function CounterPage() {
  const query = useCapability('redemptions.listMyCentres', {})
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const me = useMe().data
  const isAdministrator = me?.person.roles.includes('administrator') ?? false
  const [edited, setEdited] = useState<Centre | 'new' | null>(null)
  const centres = query.data?.centres ?? []
  const here = centres.filter(({ mayHandOut }) => mayHandOut)
  return (
    <Page title="兑换发放" skeleton="form" {...pageState(query)}>
      {query.data && centres.length === 0 && (
        <Empty title="还没有安排您值守" words="请管理员在“兑换发放”的“地点和值守”里把您加上。" />
      )}
      {here.map((centre) => (
        <Hours key={centre.id} centre={centre} />
      ))}
      {here.length > 0 && <Look />}
      {centres.map((centre) => (
        <CellGroup key={centre.id} title={centre.name}>
          {centre.mayManage && (
            <Cell icon="list" title="发放记录" note="当天发了什么，更正、打印" onPress={open('handouts', centre.id)} />
          )}
          <Cell icon="gift" title="兑换品和库存" note="上架、修改、盘点" onPress={open('rewards', centre.id)} />
          {isAdministrator && (
            <Cell icon="edit" title="地点和值守" note={hoursWords(centre.hours)} onPress={() => setEdited(centre)} />
          )}
        </CellGroup>
      ))}
      {isAdministrator && query.data && (
        <Button block tone="secondary" icon="plus" onPress={() => setEdited('new')}>
          登记一个服务中心
        </Button>
      )}
      {edited && (
        <CentreSheet
          centre={edited === 'new' ? null : edited}
          clerks={query.data?.clerks ?? []}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  )
}

function Hours({ centre }: { centre: Centre }) {
  const words = `${centre.name}开放时间：${hoursWords(centre.hours)}。`
  return centre.isOpen ? null : <Banner tone="info">{`${words}现在不在开放时间，仍可以发放。`}</Banner>
}

const asked: ScanAsked = {
  title: '扫对方的领取码',
  typed: '八位码',
  isWanted: (text) => text.startsWith('redeem:'),
  unwanted: '这不是领取码，请对准对方“我的兑换”里出示的码',
}

const cleaned = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '')

function Look() {
  const [found, setFound] = useState<{ code: string; handout: OutputOf<ContractOf<'redemptions.findRedemption'>> }>()
  const command = useCommand('redemptions.findRedemption')
  const look = async (code: string) => setFound({ code, handout: await command.mutateAsync({ code }) })
  return (
    <Section title="核对领取码">
      <CodeEntry
        asked={asked}
        length={typedLength}
        clean={cleaned}
        placeholder="例如 7KQM3XRT，不分大小写"
        action="核对"
        send={look}
      />
      {found && <HandOver code={found.code} handout={found.handout} onClose={() => setFound(undefined)} />}
    </Section>
  )
}
