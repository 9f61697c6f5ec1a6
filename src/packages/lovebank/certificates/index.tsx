import Taro from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { spanWords, stateNames } from '@/features/certificates/words'
import { dateWords } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { minutesWords } from '@/shared/kernel/minutes-words'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { Tag } from '@/ui/tag'
import { IssueSheet } from './issue-sheet'

const open = (id: string) => void Taro.navigateTo({ url: `/packages/lovebank/certificate/index?id=${id}` })
const openCheck = () => void Taro.navigateTo({ url: '/packages/lovebank/certificate-check/index' })

/** My certificates of volunteering, and the way to have one more. */
export default function CertificatesPage() {
  const [isIssuing, setIssuing] = useState(false)
  const pages = usePages('activities.listMyCertificates', {})
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const certificates = read.flatMap((page) => page.certificates)
  const today = dayOf(read[0]?.now ?? Date.now())
  return (
    <Page
      title="志愿服务证明"
      lead="写明您在一段时间里的服务时长和活动，附一个谁都能核验的编号。开出后内容不再变。"
      skeleton="list"
      {...pageState(pages)}
    >
      <Button block icon="plus" onPress={() => setIssuing(true)}>
        开一份证明
      </Button>
      {pages.data && certificates.length === 0 && <Empty title="还没有开过" words="服务时长确认后，就能开证明。" />}
      {certificates.length > 0 && (
        <CellGroup>
          {certificates.map((one) => (
            <Cell
              key={one.id}
              icon="report"
              title={spanWords(one)}
              note={`${minutesWords(one.counted)}${one.honour > 0 ? `，荣誉时长 ${minutesWords(one.honour)}` : ''} · ${dateWords(dayOf(one.issuedAt), today)}开具`}
              value={<Tag tone={one.state === 'valid' ? 'success' : 'neutral'}>{stateNames[one.state]}</Tag>}
              onPress={() => open(one.id)}
            />
          ))}
        </CellGroup>
      )}
      <ListEnd pages={pages} />
      <CellGroup>
        <Cell icon="scan" title="核验一份证明" note="扫码或输入编号，看是不是真的" onPress={openCheck} />
      </CellGroup>
      {isIssuing && (
        <IssueSheet
          today={today}
          onClose={() => setIssuing(false)}
          onIssued={(id) => {
            setIssuing(false)
            open(id)
          }}
        />
      )}
    </Page>
  )
}
