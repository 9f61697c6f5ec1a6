import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call, CallError } from '@/client/call'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { useDownload } from './use-download'

const formats = {
  xlsx: { title: 'Excel 表格（XLSX）', note: '手机和电脑都能打开' },
  csv: { title: 'CSV 文本', note: '导入别的系统时用' },
} as const
export type SheetFormat = keyof typeof formats

const formatNames = ['xlsx', 'csv'] as const

const openExports = () => void Taro.navigateTo({ url: '/packages/office/exports/index' })

interface Props {
  title: string
  /** What the file holds, and what it leaves out. */
  note: string
  /** Has the table written; what it throws is said here. */
  ask: (format: SheetFormat) => Promise<{ id: string; state: 'waiting' | 'ready' | 'failed'; name: string }>
  onClose: () => void
}

/** Takes what a page shows away as a table. What is short is there at once; what is long comes with a message. */
export function ExportSheet({ title, note, ask, onClose }: Props) {
  const [problem, setProblem] = useState<string>()
  const [working, setWorking] = useState<SheetFormat | null>(null)
  const [download, sheet] = useDownload()
  const leave = () => {
    onClose()
    openExports()
  }
  const take = async (format: SheetFormat) => {
    setProblem(undefined)
    setWorking(format)
    try {
      const made = await ask(format)
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
    } finally {
      setWorking(null)
    }
  }
  if (sheet) return sheet
  return (
    <Sheet open title={title} onClose={onClose}>
      {problem && <Banner tone="danger">{problem}</Banner>}
      <CellGroup note={note}>
        {formatNames.map((format) => (
          <Cell
            key={format}
            icon="list"
            title={formats[format].title}
            note={working === format ? '正在导出…' : formats[format].note}
            disabled={working !== null}
            onPress={() => void take(format)}
          />
        ))}
        <Cell icon="clock" title="我的导出" note="最近七天导出过的" onPress={leave} />
      </CellGroup>
    </Sheet>
  )
}
