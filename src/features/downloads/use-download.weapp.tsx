import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Sheet } from '@/ui/sheet'
import type { UseDownload } from './use-download.types'

/** A file on the phone: where it lies, and what it is called. */
interface Held {
  filePath: string
  name: string
}

const fetchFile = async (url: string, asked: string): Promise<Held> => {
  // A title may be “停车/绿化征询”: a stroke would be a folder that is not there.
  const name = asked.replace(/[\\/:*?"<>|]/g, '_')
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const answer = await Taro.downloadFile({ url, filePath })
  if (answer.statusCode >= 300) throw new Error(`download answered ${answer.statusCode}`)
  return { filePath, name }
}

/** WeChat lets a mini-program keep little; what was seen or sent on is fetched again when it is wanted again. */
const forget = ({ filePath }: Held): void => Taro.getFileSystemManager().unlink({ filePath })

/** WeChat saves no files for others to find: a workbook is opened over the app, and any file is sent to a chat. */
export const useDownload: UseDownload = () => {
  const [held, setHeld] = useState<Held | null>(null)
  const done = useRef<() => void>()
  const take = async (url: string, name: string) => {
    setHeld(await fetchFile(url, name))
    await new Promise<void>((resolve) => {
      done.current = resolve
    })
  }
  const close = () => {
    if (held) forget(held)
    setHeld(null)
    done.current?.()
  }
  return [take, held && <FileSheet file={held} onClose={close} />]
}

/** Two buttons, because WeChat sends a file only in answer to a tap, and the tap that asked for it is over when it has come. */
function FileSheet({ file, onClose }: { file: Held; onClose: () => void }) {
  const [problem, setProblem] = useState<string>()
  const canOpen = file.name.endsWith('.xlsx')
  const tried = (work: Promise<unknown>, failed: string) => {
    setProblem(undefined)
    work.catch((error: { errMsg?: string }) => {
      if (!/cancel/.test(error.errMsg ?? '')) setProblem(failed)
    })
  }
  const open = () =>
    tried(
      Taro.openDocument({ filePath: file.filePath, fileType: 'xlsx', showMenu: true }),
      '没有打开，可以发到聊天，在电脑上打开',
    )
  const send = () =>
    tried(
      Taro.shareFileMessage({ filePath: file.filePath, fileName: file.name }),
      '没有发出去，请再点一次；微信版本太旧时请先更新',
    )
  return (
    <Sheet
      open
      title="文件已下载"
      onClose={onClose}
      actions={
        <>
          <Button block tone={canOpen ? 'secondary' : 'primary'} icon="send" onPress={send}>
            发到聊天
          </Button>
          {canOpen && (
            <Button block onPress={open}>
              打开
            </Button>
          )}
        </>
      }
    >
      {problem && (
        <Banner tone="danger" urgent>
          {problem}
        </Banner>
      )}
      {`${file.name}。${canOpen ? '可以直接打开，或' : '手机上打不开这种文件，请'}发到聊天（如“文件传输助手”），在电脑上打开。`}
    </Sheet>
  )
}
