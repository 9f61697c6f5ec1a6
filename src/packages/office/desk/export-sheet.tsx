import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call, CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { countedWords, type Counted } from '@/shared/kernel/counted'
import { useDownload } from '@/features/downloads/use-download'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { DeskFilter } from './book-filter'

const formats = {
  xlsx: { title: 'Excel 表格（XLSX）', note: '手机和电脑都能打开' },
  csv: { title: 'CSV 文本', note: '导入别的系统时用' },
} as const

const formatNames = ['xlsx', 'csv'] as const

const openExports = () => void Taro.navigateTo({ url: '/packages/office/exports/index' })

interface Props {
  filter: DeskFilter
  counted: Counted
  onClose: () => void
}

/** Takes what the list shows away as a table. What is short is there at once; what is long comes with a message. */
export function ExportSheet({ filter, counted, onClose }: Props) {
  const [problem, setProblem] = useState<string>()
  const [download, sheet] = useDownload()
  const command = useCommand('issues.exportIssues')
  const leave = () => {
    onClose()
    openExports()
  }
  const take = async (format: keyof typeof formats) => {
    setProblem(undefined)
    try {
      const made = await command.mutateAsync({ filter, format })
      if (made.state !== 'ready') {
        toast('件数较多，写好后会发消息给您')
        return onClose()
      }
      const { exports } = await call('issues.listExports', {})
      const url = exports.find(({ id }) => id === made.id)?.url
      if (!url) return leave()
      await download(url, made.name)
      onClose()
    } catch (error) {
      setProblem(error instanceof CallError ? error.message : '没有下载成功，可以到“我的导出”里再试')
    }
  }
  if (sheet) return sheet
  return (
    <Sheet
      open
      title={counted.isMore ? `导出全部，${countedWords(counted)}` : `导出这 ${countedWords(counted)}`}
      onClose={onClose}
    >
      {problem && <Banner tone="danger">{problem}</Banner>}
      <CellGroup note="不含上报人、电话和门牌。导出的文件保留七天，请妥善保管。">
        {formatNames.map((format) => (
          <Cell
            key={format}
            icon="list"
            title={formats[format].title}
            note={command.isPending && command.variables?.format === format ? '正在导出…' : formats[format].note}
            disabled={command.isPending}
            onPress={() => void take(format)}
          />
        ))}
        <Cell icon="clock" title="我的导出" note="最近七天导出过的" onPress={leave} />
      </CellGroup>
    </Sheet>
  )
}
