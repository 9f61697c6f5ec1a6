import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { useMe } from '@/client/me'
import { ExportSheet } from '@/features/downloads/export-sheet'
import { momentWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Page } from '@/ui/page'
import { canPrint, printPage } from '@/ui/print'
import { Empty } from '@/ui/states'
import { People } from './people'
import { periodLabels, periodNames, periodOf, periodWords, type PeriodName } from './periods'
import { Points } from './points'
import { ServicePaper } from './service-paper'
import { Themes } from './themes'
import './index.scss'

const options = periodNames.map((value) => ({ value, label: periodLabels[value] }))

/** What volunteers did and what points did, month by month (服务数据); every figure with what it means. */
export default function ServicePage() {
  const me = useMe()
  const [name, setName] = useState<PeriodName>('half')
  const [isExporting, setExporting] = useState(false)
  const period = periodOf(name, me.data ? dayOf(me.data.now) : '2000-01-01')
  const query = useCapability('insight.getService', period, { enabled: me.data !== undefined })
  const command = useCommand('insight.exportService')
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const service = query.data
  const isNothing = service !== undefined && service.months.length === 0
  return (
    <Page
      title="志愿服务数据"
      lead={`${periodWords(period)}${service?.at ? `，${momentWords(service.at, service.now)} 算出` : ''}。每小时从签到和积分明细重算一次。`}
      skeleton="card"
      {...pageState(me.data ? query : me)}
    >
      <Choice label="哪段时间" options={options} value={name} onChange={setName} />
      {isNothing && <Empty title="这段时间还没有数字" words="有人参加活动、积分有进出以后，一小时内会算出来。" />}
      {service && !isNothing && (
        <>
          <View className="service-tools">
            <Button size="small" tone="secondary" icon="list" onPress={() => setExporting(true)}>
              导出
            </Button>
            {canPrint && (
              <Button size="small" tone="ghost" onPress={printPage}>
                打印
              </Button>
            )}
          </View>
          <People service={service} />
          <Themes total={service.total} />
          <Points service={service} />
          <ServicePaper service={service} period={period} />
        </>
      )}
      {isExporting && (
        <ExportSheet
          title={`导出${periodLabels[name]}的数据`}
          note="每月一行，最后一行是合计，和页面上的数一样。不含任何人的姓名。"
          ask={(format) => command.mutateAsync({ ...period, format })}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}
