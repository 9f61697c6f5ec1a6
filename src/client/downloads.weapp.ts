import Taro from '@tarojs/taro'

/** WeChat opens workbooks, and no CSV. */
export const formatsHere = ['xlsx'] as const

/** Opens a file over the app, from where it can be sent on; answers what to say about it. Throws when it could not be fetched. */
export const openFile = async (url: string, name: string): Promise<string> => {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const answer = await Taro.downloadFile({ url, filePath })
  if (answer.statusCode >= 300) throw new Error(`download answered ${answer.statusCode}`)
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  return '已打开，点右上角可以转发或保存'
}
