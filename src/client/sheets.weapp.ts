import Taro from '@tarojs/taro'
import { agreesToPrivacy } from './privacy.weapp'
import { SheetError, sheetBytesMax, type ChosenSheet } from './sheets.types'

const base64 = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: () => reject(new SheetError('文件没有读出来，请重新选择')),
    }),
  )

/** Lets the person choose a spreadsheet from a chat; null when they chose none. Throws a `SheetError` with the sentence to show. */
export const chooseSheet = async (): Promise<ChosenSheet | null> => {
  if (!(await agreesToPrivacy())) throw new SheetError('没有得到选择文件的许可，可以在设置里打开')
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] }).catch(() => null)
  const file = chosen?.tempFiles[0]
  if (!file) return null
  if (file.size > sheetBytesMax) throw new SheetError('文件不能超过 1 MB，请只保留日期、类型、名称三列')
  if (file.size === 0) throw new SheetError('这个文件是空的')
  return { name: file.name.slice(-100), content: await base64(file.path) }
}

/** WeChat saves no tables: the text goes to the clipboard, from where any table takes it. */
export const handOver = async (_name: string, text: string, what = '模板'): Promise<string> => {
  await Taro.setClipboardData({ data: text.replace(/,/g, '\t') })
  return `${what}已复制，粘贴到表格里；填好后发到聊天里再选择`
}
