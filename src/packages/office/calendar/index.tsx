import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { handOver } from '@/client/sheets'
import { momentWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { toast } from '@/ui/toast'
import { ImportSheet } from './import-sheet'
import { templateOf } from './runs'
import { useImport } from './use-import'
import { YearDays } from './year-days'
import './index.scss'

/** The days off and the 调休 workdays of a year, and the way to bring a table of them. */
export default function CalendarPage() {
  const [chosen, setChosen] = useState<string>()
  const query = useCapability('settings.getCalendar', chosen ? { year: Number(chosen) } : {})
  const calendar = query.data
  const work = useImport(calendar?.year ?? 0)
  const years = (calendar?.years ?? []).map(({ year, source }) => ({
    value: String(year),
    label: source === 'missing' ? `${year} 年（缺）` : `${year} 年`,
  }))
  const template = async (year: number) => toast(await handOver(`${year}年节假日表.csv`, templateOf(year)))
  return (
    <Page title="节假日表" lead="办理时限按这张表算：哪天放假、哪天调休上班。" skeleton="list" {...pageState(query)}>
      {calendar && (
        <>
          {calendar.missingYear !== null && (
            <Banner tone="danger" title={`${calendar.missingYear} 年的表还没有导入`}>
              {`没有表，${calendar.missingYear} 年只按周末休息计算时限。国务院公布放假安排后，请尽早导入。`}
            </Banner>
          )}
          <Segmented label="看哪一年" items={years} value={String(calendar.year)} onChange={setChosen} />
          <YearDays calendar={calendar} />
          <Banner icon="info" title="导入后怎么算？">
            已经在计时的事项，时限已经告诉了上报人，不会改动。新上报、恢复处理和重新打开的事项按新表计算，一分钟内生效。整张替换，有一格不对就一行也不导入。
          </Banner>
          {work.problem && !work.checked && (
            <Banner tone="danger" urgent>
              {work.problem}
            </Banner>
          )}
          <Button
            block
            icon="calendar"
            loading={work.isReading}
            loadingText="正在读表…"
            onPress={() => void work.choose()}
          >
            {`选择 ${calendar.year} 年的表格`}
          </Button>
          <Button block tone="ghost" onPress={() => void template(calendar.year)}>
            下载模板
          </Button>
          {calendar.setAt && calendar.setByName && (
            <Banner tone="neutral">{`${calendar.setByName} ${momentWords(calendar.setAt, `${calendar.today}T04:00:00.000Z`)} 导入了“${calendar.fileName}”`}</Banner>
          )}
          {work.checked && <ImportSheet year={calendar.year} work={work} checked={work.checked} />}
          <PrivacyAsk />
        </>
      )}
    </Page>
  )
}
