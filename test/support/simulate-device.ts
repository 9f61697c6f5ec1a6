import http from 'node:http'

type Options = {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}
type Api = (options: never) => unknown

/** A picture as the camera or the album hands it over. */
export interface Picture {
  bytes: Uint8Array
  width: number
  height: number
}

/** What of a phone outlives the mini-program: its storage, its files, its album; and what was asked of it. */
export interface Device {
  storage: Map<string, unknown>
  files: Map<string, Uint8Array>
  /** What the next uses of camera and album give; an empty list means that the person cancels. */
  album: Picture[]
  /** What the person picks on WeChat's map next; null means that the person cancels. */
  place: { longitude: number; latitude: number; name: string } | null
  /** The entry the person picks from the next action sheet; null means that the person cancels. */
  sheetChoice: number | null
  /** What the next scan reads; null means that the person turns back. */
  code: string | null
  /** True while a tap is being answered: what WeChat allows only then is refused afterwards. */
  isTapped: boolean
  online: boolean
  toasts: string[]
  /** Every API that shows or opens something outside the page, in order. */
  log: { api: string; options: unknown }[]
  /** What WeChat or a user would object to. A clean walk leaves it empty. */
  faults: string[]
}

export const createDevice = (): Device => ({
  storage: new Map(),
  files: new Map(),
  album: [],
  place: null,
  sheetChoice: null,
  code: null,
  isTapped: false,
  online: true,
  toasts: [],
  log: [],
  faults: [],
})

/** Storage keeps what JSON keeps; a missing key reads as ''. */
const copy = (value: unknown): unknown => (value === undefined ? '' : JSON.parse(JSON.stringify(value)))

export const succeed = (options: Options | undefined, result: object = {}): void => {
  options?.success?.(result)
  options?.complete?.(result)
}
export const refuse = (options: Options | undefined, errMsg: string): void => {
  options?.fail?.({ errMsg })
  options?.complete?.({ errMsg })
}

/** As the base library has it: without callbacks an API answers with a promise. */
export const promised =
  <O extends Options>(work: (options: O) => unknown) =>
  (options?: O): unknown => {
    if (options?.success || options?.fail || options?.complete) return work(options)
    return new Promise((resolve, reject) => work({ ...options, success: resolve, fail: reject } as O))
  }

/** APIs that show or open something and need no answer but "done". */
const plain = [
  'stopPullDownRefresh',
  'setNavigationBarTitle',
  'setTabBarBadge',
  'removeTabBarBadge',
  'hideToast',
  'showLoading',
  'hideLoading',
  'pageScrollTo',
  'previewImage',
  'makePhoneCall',
  'openLocation',
  'vibrateShort',
  'setClipboardData',
  'enableAlertBeforeUnload',
  'disableAlertBeforeUnload',
  'openPrivacyContract',
]

/**
 * The part of `wx` that belongs to the phone. Everything answers as WeChat does, in a later turn and with its own words for
 * failures; requests go out for real, to this machine only.
 */
export const deviceApis = (device: Device): Record<string, unknown> => {
  const { files, storage } = device
  let temporary = 0
  const keep = (bytes: Uint8Array): string => {
    const place = `http://tmp/${++temporary}.jpg`
    files.set(place, bytes)
    return place
  }
  const sizes = new Map<string, { width: number; height: number }>()
  const soon = (work: () => void): void => void setTimeout(work, 0)
  const named = (api: string, options: Options | undefined): void =>
    void device.log.push({ api, options: copy(options ?? {}) })

  const fileSystem = {
    getFileInfo: (options: Options & { filePath: string }) =>
      soon(() => {
        const found = files.get(options.filePath)
        if (found) succeed(options, { size: found.length })
        else refuse(options, `getFileInfo:fail no such file ${options.filePath}`)
      }),
    saveFile: (options: Options & { tempFilePath: string; filePath: string }) =>
      soon(() => {
        const found = files.get(options.tempFilePath)
        if (!found) return refuse(options, `saveFile:fail no such file ${options.tempFilePath}`)
        files.delete(options.tempFilePath)
        files.set(options.filePath, found)
        succeed(options, { savedFilePath: options.filePath })
      }),
    readFile: (options: Options & { filePath: string }) =>
      soon(() => {
        const found = files.get(options.filePath)
        if (found) succeed(options, { data: Uint8Array.from(found).buffer })
        else refuse(options, `readFile:fail no such file ${options.filePath}`)
      }),
    unlink: (options: Options & { filePath: string }) =>
      soon(() => {
        if (files.delete(options.filePath)) succeed(options)
        else refuse(options, `unlink:fail no such file ${options.filePath}`)
      }),
  }

  const request = (
    options: Options & { url: string; method?: string; header?: Record<string, string>; data?: unknown },
  ) => {
    const target = new URL(options.url)
    if (target.hostname !== '127.0.0.1') device.faults.push(`foreign: ${options.url}`)
    if (!device.online || target.hostname !== '127.0.0.1') {
      soon(() => refuse(options, 'request:fail '))
      return { abort: () => undefined }
    }
    const body =
      options.data === undefined
        ? null
        : typeof options.data === 'object' && options.data !== null && 'byteLength' in options.data
          ? Buffer.from(options.data as ArrayBuffer)
          : Buffer.from(typeof options.data === 'string' ? options.data : JSON.stringify(options.data))
    const sent = http.request(target, { method: options.method ?? 'GET', headers: options.header }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        let data: unknown = text
        try {
          data = JSON.parse(text)
        } catch {
          // not JSON: WeChat hands the text over
        }
        succeed(options, { data, statusCode: answer.statusCode, header: answer.headers })
      })
    })
    sent.on('error', (error) => refuse(options, `request:fail ${error.message}`))
    sent.end(body ?? undefined)
    return { abort: () => sent.destroy() }
  }

  const apis: Record<string, Api | object> = {
    getStorageSync: (key: string) => copy(storage.get(key)),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, copy(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getFileSystemManager: () => fileSystem,
    chooseMedia: promised((options: Options & { count?: number }) =>
      soon(() => {
        named('chooseMedia', options)
        const picked = device.album.splice(0, options.count ?? 9)
        if (picked.length === 0) return refuse(options, 'chooseMedia:fail cancel')
        const tempFiles = picked.map(({ bytes, width, height }) => {
          const tempFilePath = keep(bytes)
          sizes.set(tempFilePath, { width, height })
          return { tempFilePath, size: bytes.length, fileType: 'image' }
        })
        succeed(options, { tempFiles, type: 'image' })
      }),
    ),
    getImageInfo: promised((options: Options & { src: string }) =>
      soon(() => {
        const size = sizes.get(options.src)
        if (size) succeed(options, { ...size, path: options.src, orientation: 'up', type: 'jpeg' })
        else refuse(options, `getImageInfo:fail file not found ${options.src}`)
      }),
    ),
    compressImage: promised((options: Options & { src: string }) =>
      soon(() => {
        const found = files.get(options.src)
        if (found) succeed(options, { tempFilePath: keep(found) })
        else refuse(options, `compressImage:fail file not found ${options.src}`)
      }),
    ),
    chooseLocation: promised((options: Options) =>
      soon(() => {
        named('chooseLocation', options)
        if (device.place) succeed(options, { ...device.place, address: '' })
        else refuse(options, 'chooseLocation:fail cancel')
      }),
    ),
    showActionSheet: promised((options: Options) =>
      soon(() => {
        named('showActionSheet', options)
        if (device.sheetChoice === null) refuse(options, 'showActionSheet:fail cancel')
        else succeed(options, { tapIndex: device.sheetChoice })
      }),
    ),
    scanCode: promised((options: Options) =>
      soon(() => {
        named('scanCode', options)
        if (device.code === null) refuse(options, 'scanCode:fail cancel')
        else succeed(options, { result: device.code, scanType: 'QR_CODE', charSet: 'UTF-8' })
      }),
    ),
    downloadFile: promised((options: Options & { url: string; filePath?: string }) => {
      const target = new URL(options.url)
      if (target.hostname !== '127.0.0.1') device.faults.push(`foreign: ${options.url}`)
      if (!device.online || target.hostname !== '127.0.0.1') return soon(() => refuse(options, 'downloadFile:fail '))
      http
        .get(target, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const bytes = Uint8Array.from(Buffer.concat(chunks))
            const place = options.filePath ?? keep(bytes)
            files.set(place, bytes)
            succeed(options, { statusCode: answer.statusCode, filePath: place })
          })
        })
        .on('error', (error) => refuse(options, `downloadFile:fail ${error.message}`))
    }),
    openDocument: promised((options: Options & { filePath: string; fileType?: string }) =>
      soon(() => {
        named('openDocument', options)
        const found = files.get(options.filePath)
        const isWorkbook = found && found[0] === 0x50 && found[1] === 0x4b
        if (isWorkbook && options.fileType === 'xlsx') succeed(options)
        else refuse(options, `openDocument:fail ${found ? 'filetype not supported' : "file doesn't exist"}`)
      }),
    ),
    shareFileMessage: promised((options: Options & { filePath: string }) => {
      const { isTapped } = device
      soon(() => {
        named('shareFileMessage', options)
        if (!isTapped) return refuse(options, 'shareFileMessage:fail can only be invoked by user TAP gesture.')
        if (files.has(options.filePath)) succeed(options)
        else refuse(options, 'shareFileMessage:fail file not exist')
      })
    }),
    showToast: promised((options: Options & { title: string }) => {
      device.toasts.push(options.title)
      soon(() => succeed(options))
    }),
    request,
    uploadFile: (options: Options & { url: string; filePath: string; header?: Record<string, string> }) =>
      request({ ...options, method: 'POST', data: files.get(options.filePath) }),
  }
  for (const api of plain)
    apis[api] = promised((options: Options) => {
      named(api, options)
      soon(() => succeed(options))
    })
  return apis
}
