import { call } from '@/client/call'
import { useCapability, useCommand } from '@/client/hooks'
import { useMe } from '@/client/me'
import { handOver } from '@/client/sheets'
import { dutiesOf } from '@/features/gridwork/duties'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { SheetImport } from '@/features/sheets/sheet-import'
import { useSheetImport } from '@/features/sheets/use-sheet-import'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page, Section } from '@/ui/page'
import { toast } from '@/ui/toast'

/** The register of households: out as a table, and back in with doors, areas and vacancies. */
export default function HouseholdsPage() {
  const me = useMe()
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 30 })
  const isDesk = me.data && dutiesOf(me.data.person.roles).isDesk
  return (
    <Page
      title="户册"
      lead="每一户的门牌、建筑面积和是否空置，签字征询和自筹分摊按它算。"
      skeleton="list"
      {...pageState(me.data ? places : me)}
    >
      {me.data && !isDesk && <Banner tone="warn">只有社区工作者可以导入导出户册。</Banner>}
      {isDesk && places.data && <Register estates={places.data.estates} />}
      <PrivacyAsk />
    </Page>
  )
}

function Register({ estates }: { estates: readonly { id: string; name: string }[] }) {
  const command = useCommand('organization.importHouseholds')
  const work = useSheetImport(
    ({ name, content }) => call('organization.checkHouseholds', { fileName: name, content }),
    async ({ name, content }) => {
      const { added, changed } = await command.mutateAsync({ fileName: name, content })
      return added + changed > 0 ? `已导入，新增 ${added} 户，改动 ${changed} 户` : '和现有的一样，没有改动'
    },
  )
  const take = async (estateId: string) => {
    try {
      const { name, text } = await call('organization.exportHouseholds', { estateId })
      toast(await handOver(name, text, '表格'))
    } catch (error) {
      toast((error as Error).message)
    }
  }
  return (
    <>
      <Section
        title="导入"
        note="有一格不对就一行也不导入。表里没写的住户不变；小区、楼栋、单元要先有。已经开始的征询按冻结的户册算，不受影响。"
      >
        <SheetImport
          work={work}
          words="导入户册"
          title="导入户册"
          facts={({ count, added, changed }) => [
            { label: '表里', value: `${count} 户` },
            { label: '会新增', value: `${added} 户` },
            { label: '会改动', value: changed > 0 ? `${changed} 户` : '没有' },
          ]}
        />
      </Section>
      <CellGroup title="下载" note="改好面积或空置，加上新的门牌，再从上面导入。请妥善保管，不要公开张贴。">
        {estates.map(({ id, name }) => (
          <Cell key={id} icon="list" title={`${name}户册`} onPress={() => void take(id)} />
        ))}
      </CellGroup>
    </>
  )
}
