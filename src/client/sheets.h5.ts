import { SheetError, sheetBytesMax, type ChosenSheet } from './sheets.types'

const pick = (): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv'
    input.style.display = 'none'
    const done = (file: File | null) => {
      input.remove()
      resolve(file)
    }
    input.addEventListener('change', () => done(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => done(null))
    document.body.append(input)
    input.click()
  })

const base64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(new SheetError('文件没有读出来，请重新选择'))
    reader.readAsDataURL(file)
  })

/** Lets the person choose a spreadsheet; null when they chose none. Throws a `SheetError` with the sentence to show. */
export const chooseSheet = async (): Promise<ChosenSheet | null> => {
  const file = await pick()
  if (!file) return null
  if (file.size > sheetBytesMax) throw new SheetError('文件不能超过 1 MB，请只保留日期、类型、名称三列')
  if (file.size === 0) throw new SheetError('这个文件是空的')
  return { name: file.name.slice(-100), content: await base64(file) }
}

/** Hands over a text as a file, and answers what to say about it. */
export const handOver = async (name: string, text: string, what = '模板'): Promise<string> => {
  const url = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
  return `${what}已下载，用表格软件打开`
}
