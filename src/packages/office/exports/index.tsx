import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { useDownload } from '@/features/downloads/use-download'
import { momentWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'

type Export = OutputOf<ContractOf<'issues.listExports'>>['exports'][number]

const unitWords: Record<Export['unit'], string> = { issues: '件', months: '个月' }

const stateWords: Record<Export['state'], string> = { ready: '可以下载', waiting: '正在写', failed: '没有写成' }

/** What I exported in the last days, to be fetched again. */
export default function ExportsPage() {
  const [fetching, setFetching] = useState<string | null>(null)
  const [download, sheet] = useDownload()
  const query = useCapability('issues.listExports', {})
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const exports = query.data?.exports ?? []
  const take = async ({ id, url, name }: Export) => {
    setFetching(id)
    try {
      await download(url!, name)
    } catch {
      toast('没有下载成功，请下拉刷新再试')
    } finally {
      setFetching(null)
    }
  }
  return (
    <Page
      title="我的导出"
      skeleton="list"
      {...pageState(query)}
      empty={
        exports.length === 0 && (
          <Empty title="还没有导出过" words="在“社区工作台”的台账和“志愿服务数据”里可以导出，文件保留七天。" />
        )
      }
    >
      <CellGroup note="文件保留七天，到期自动删除。">
        {exports.map((one) => (
          <Cell
            key={one.id}
            icon="list"
            title={one.name}
            note={`${momentWords(one.createdAt, query.data!.now)} · 共 ${one.total} ${unitWords[one.unit]}`}
            value={fetching === one.id ? '正在下载…' : stateWords[one.state]}
            {...(one.url ? { onPress: () => void take(one) } : {})}
          />
        ))}
      </CellGroup>
      {sheet}
    </Page>
  )
}
