/** The formats somebody can do something with here. */
export const formatsHere = ['xlsx', 'csv'] as const

/** Brings a file to whoever asked for it, under its name; answers what to say about it. Throws when it could not be fetched. */
export const openFile = async (url: string, name: string): Promise<string> => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`download answered ${answer.status}`)
  const held = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = held
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(held), 1000)
  return '已下载，用表格软件打开'
}
