import { toast } from '@/ui/toast'
import type { UseDownload } from './use-download.types'

const take = async (url: string, name: string): Promise<void> => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`download answered ${answer.status}`)
  const held = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = held
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(held), 1000)
  toast('已下载，用表格软件打开')
}

/** A browser saves the file where it saves all others. */
export const useDownload: UseDownload = () => [take, null]
