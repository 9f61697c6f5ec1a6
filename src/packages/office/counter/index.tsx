import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { useMe } from '@/client/me'
import { hoursWords } from '@/features/lovebank/words'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Button } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Field } from '@/ui/field'
import { Page, Section } from '@/ui/page'
import { Empty } from '@/ui/states'
import { canScan, scan } from '../meeting/scan'
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
        <Empty title="还没有安排您值守" words="请管理员在“兑换品和库存”里把您加到一个服务中心。" />
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

function Look() {
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const [found, setFound] = useState<{ code: string; handout: OutputOf<ContractOf<'redemptions.findRedemption'>> }>()
  const command = useCommand('redemptions.findRedemption')
  const look = (given: string) => {
    setProblem(undefined)
    command.mutate(
      { code: given },
      {
        onSuccess: (handout) => setFound({ code: given, handout }),
        onError: (error) => setProblem(error.message),
      },
    )
  }
  const scanned = async () => {
    const read = await scan()
    if (read) look(read)
  }
  const close = () => {
    setFound(undefined)
    setCode('')
  }
  return (
    <Section title="核对领取码">
      <Card>
        {canScan && (
          <View className="counter-scan">
            <Button block icon="scan" loading={command.isPending} onPress={() => void scanned()}>
              扫对方的领取码
            </Button>
          </View>
        )}
        <Field
          label="八位码"
          value={code}
          maxLength={typedLength + 1}
          placeholder="例如 7KQM 3XRT"
          help="不分大小写，中间可以有空格"
          error={problem}
          onChange={(typed) => {
            setCode(typed.toUpperCase())
            setProblem(undefined)
          }}
          onConfirm={() => look(code)}
        />
        <Button
          block
          tone={canScan ? 'secondary' : 'primary'}
          disabled={code.replace(/\s/g, '').length !== typedLength}
          reason="先输入对方手机上的八位码"
          loading={command.isPending}
          onPress={() => look(code)}
        >
          核对
        </Button>
      </Card>
      {found && <HandOver code={found.code} handout={found.handout} onClose={close} />}
    </Section>
  )
}
