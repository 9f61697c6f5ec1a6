import fs from 'node:fs'
import path from 'node:path'
import { TextDecoder, TextEncoder } from 'node:util'

// The simulator speaks JavaScript of its own time; these are the parts of it that are used here.
interface Exparser {
  Event: {
    create(type: string, detail: object, options: object): object
    dispatchEvent(target: unknown, event: object): void
  }
}
interface WxElement extends HTMLElement {
  __wxElement: { id: string; _vt?: { attrs: { name: string; value: unknown }[] } }
}
interface Instance {
  data: { root?: { cn?: unknown[] } }
  setData(data: object, done?: () => void): void
  onLoad(query: object): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onReachBottom?(): void
  onPullDownRefresh?(): void
}
interface Screen {
  route: string
  host: HTMLElement
  instance: Instance
}
type Definition = Record<string, unknown>
type Options = {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}

/** What crossed from the logic to the view of a page: the traffic WeChat makes a phone pay for. */
export interface Crossing {
  route: string
  bytes: number
}

/** The compiled mini-program, running. */
export interface MiniProgram {
  routes: string[]
  crossings: Crossing[]
  toasts: string[]
  open(url: string): Promise<void>
  /** Innermost element of the page on top: '#id', '.class', or its exact text. Throws when there is none. */
  find(what: string): WxElement
  has(what: string): boolean
  /** Fires an event as the base library does and lets the page answer. */
  fire(element: WxElement, type: string, detail?: object): Promise<void>
  tap(what: string): Promise<void>
  /** Types into the input or textarea whose placeholder or label says this. */
  type(what: string, value: string): Promise<void>
  waitFor<T>(look: () => T, ms?: number): Promise<NonNullable<T>>
  see(words: string, ms?: number): Promise<void>
  text(): string
  back(): void
  top(): Screen
  attribute(element: WxElement, name: string): unknown
  elements(): WxElement[]
  close(): void
}

export interface World {
  /** Stands behind wx.cloud.callFunction. */
  callFunction(request: { name: string; data: object }): Promise<unknown>
  /** Further or other APIs of wx. */
  wx?: Record<string, unknown>
}

/** Storage of WeChat keeps what JSON keeps. */
const copy = (value: unknown): unknown => (value === undefined ? '' : JSON.parse(JSON.stringify(value)))

const tick = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const answer = (options: Options | undefined, result: object = {}): void => {
  options?.success?.(result)
  options?.complete?.(result)
}

/**
 * Loads what `npm run build:weapp` wrote and runs it: pages as components of miniprogram-simulate, events through exparser,
 * a route only if app.json has it. Never covered: the real base library, camera, login, privacy popups.
 */
export const openMiniProgram = async (dist: string, world: World): Promise<MiniProgram> => {
  const scope = globalThis as unknown as Record<string, unknown> & { wx: Record<string, unknown> }
  const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages?: { root: string; pages: string[] }[]
    tabBar?: { list: { pagePath: string }[] }
  }
  const routes = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ]

  Object.assign(scope, { TextDecoder, TextEncoder, __webview_engine_version__: 0.02 })
  ;(window as unknown as Record<string, unknown>).__webview_engine_version__ = 0.02
  // WeChat's Function gives nothing back instead of throwing; whatever needs it must do without.
  const simulate = require('miniprogram-simulate') as {
    load(file: string, tag: string, options: object): string
    render(id: string): { instance: Instance; attach(host: HTMLElement): void; detach(): void }
  }
  const utils = require('miniprogram-simulate/src/utils') as { runJs(file: string): void }
  const exparser = require('miniprogram-exparser') as Exparser

  // webpack runs a module once, the simulator wants its Component() at every load: remember what each file defined.
  const definitions = new Map<string, Definition[]>()
  let running: string | null = null
  const register = scope.Component as (definition: Definition) => void
  scope.Component = (definition: Definition) => {
    if (running !== null) definitions.get(running)!.push(definition)
    register({ ...definition })
  }
  utils.runJs = (file) => {
    const known = definitions.get(file)
    if (known) return known.forEach((definition) => register({ ...definition }))
    definitions.set(file, [])
    running = file
    try {
      require(file)
    } finally {
      running = null
    }
  }

  const stack: Screen[] = []
  const crossings: Crossing[] = []
  const toasts: string[] = []
  const storage = new Map<string, unknown>()
  let application: Record<string, (options?: object) => void> = {}
  let loading = ''

  const top = (): Screen => {
    const screen = stack.at(-1)
    if (!screen) throw new Error('no page is open')
    return screen
  }
  const text = (): string => top().host.textContent ?? ''
  const waitFor: MiniProgram['waitFor'] = async (look, ms = 4000) => {
    const began = Date.now()
    for (;;) {
      let problem: unknown
      try {
        const found = look()
        if (found) return found as never
      } catch (error) {
        problem = error
      }
      if (Date.now() - began > ms)
        throw problem ?? new Error(`waited in vain for ${look.toString()} in: ${text().slice(0, 600)}`)
      await tick(10)
    }
  }

  scope.getApp = () => application
  scope.getCurrentPages = () => stack.map(({ instance }) => instance)
  scope.App = (definition: typeof application) => {
    application = definition
  }
  scope.Page = (definition: Definition) => {
    const route = loading
    const methods = Object.fromEntries(Object.entries(definition).filter(([, value]) => typeof value === 'function'))
    ;(scope.Component as (definition: Definition) => void)({
      data: definition.data,
      methods,
      attached(this: Instance) {
        const raw = this.setData
        this.setData = (data, done) => {
          crossings.push({ route, bytes: Buffer.byteLength(JSON.stringify(data)) })
          return raw.call(this, data, done)
        }
      },
    })
  }

  const close = (screen: Screen): void => {
    screen.instance.onUnload?.()
    screen.host.remove()
  }
  const open: MiniProgram['open'] = async (url) => {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!routes.includes(route)) throw new Error(`page is not in app.json: ${route}`)
    const parameters = Object.fromEntries(
      query
        .split('&')
        .filter(Boolean)
        .map((pair) => pair.split('=').map(decodeURIComponent)),
    ) as object
    loading = route
    const rendered = simulate.render(
      simulate.load(path.join(dist, route), 'page', { rootPath: dist, compiler: 'official' }),
    )
    const host = document.createElement('page')
    document.body.appendChild(host)
    rendered.attach(host)
    const { instance } = rendered
    Object.assign(instance, { route, __route__: route, is: route, options: parameters })
    const previous = stack.at(-1)
    if (previous) {
      previous.instance.onHide?.()
      previous.host.style.display = 'none'
    }
    stack.push({ route, host, instance })
    instance.onLoad(parameters)
    instance.onShow?.()
    await waitFor(() => instance.data.root?.cn?.length)
    instance.onReady?.()
    await tick(20)
  }
  const back = (): void => {
    const gone = stack.pop()
    if (gone) close(gone)
    const screen = stack.at(-1)
    if (screen) {
      screen.host.style.display = ''
      screen.instance.onShow?.()
    }
  }
  const replaceAll = (url: string): Promise<void> => {
    stack.splice(0).forEach(close)
    return open(url)
  }
  const navigation =
    (go: (url: string) => Promise<void>) =>
    (options: Options & { url: string }): void =>
      void go(options.url).then(
        () => answer(options),
        (error: unknown) => options.fail?.(error),
      )

  Object.assign(scope.wx, {
    getWindowInfo: () => ({
      windowWidth: 375,
      windowHeight: 667,
      screenWidth: 375,
      screenHeight: 667,
      pixelRatio: 2,
      statusBarHeight: 20,
    }),
    getSystemInfoSync: () => ({
      windowWidth: 375,
      windowHeight: 667,
      pixelRatio: 2,
      SDKVersion: '3.8.0',
      platform: 'ios',
      fontSizeSetting: 16,
    }),
    getAppBaseInfo: () => ({ SDKVersion: '3.8.0', language: 'zh_CN', fontSizeSetting: 16 }),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getLaunchOptionsSync: () => ({ query: {}, scene: 1001, path: '' }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, bottom: 56, left: 278, right: 365, width: 87, height: 32 }),
    canIUse: () => true,
    nextTick: (work: () => void) => setTimeout(work, 0),
    getStorageSync: (key: string) => copy(storage.get(key) ?? ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, copy(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    navigateTo: navigation(open),
    redirectTo: navigation(async (url) => {
      const gone = stack.pop()
      if (gone) close(gone)
      await open(url)
    }),
    switchTab: navigation(replaceAll),
    reLaunch: navigation(replaceAll),
    navigateBack: (options?: Options) => {
      back()
      answer(options)
    },
    showToast: (options: Options & { title: string }) => {
      toasts.push(options.title)
      answer(options)
    },
    onNetworkStatusChange: () => undefined,
    onAppShow: () => undefined,
    onAppHide: () => undefined,
    cloud: {
      init: () => undefined,
      callFunction: (request: { name: string; data: object } & Options) => {
        const work = world
          .callFunction({ name: request.name, data: JSON.parse(JSON.stringify(request.data)) as object })
          .then((result) => ({
            result: JSON.parse(JSON.stringify(result)) as unknown,
            errMsg: 'cloud.callFunction:ok',
          }))
        work.then(
          (result) => answer(request, result),
          (error: unknown) => request.fail?.({ errMsg: `cloud.callFunction:fail ${String(error)}` }),
        )
        return work
      },
    },
  })
  for (const name of [
    'stopPullDownRefresh',
    'setNavigationBarTitle',
    'setTabBarBadge',
    'removeTabBarBadge',
    'hideToast',
    'pageScrollTo',
    'previewImage',
    'makePhoneCall',
    'openLocation',
  ])
    scope.wx[name] = (options?: Options) => answer(options)
  Object.assign(scope.wx, world.wx)

  require(path.join(dist, 'app.js'))
  application.onLaunch?.({ path: app.pages[0], query: {}, scene: 1001 })
  application.onShow?.({})

  const elements = (): WxElement[] =>
    [...top().host.querySelectorAll<WxElement>('*')].filter((element) => element.__wxElement)
  const attribute: MiniProgram['attribute'] = (element, name) =>
    element.__wxElement._vt?.attrs.find((one) => one.name === name)?.value
  const matching = (what: string): WxElement[] =>
    elements().filter((element) =>
      what.startsWith('#')
        ? element.__wxElement.id === what.slice(1)
        : what.startsWith('.')
          ? element.className.split(' ').some((name) => name.replace(/^.*--/, '') === what.slice(1))
          : (element.textContent ?? '').trim() === what,
    )
  const find: MiniProgram['find'] = (what) => {
    const found = matching(what).at(-1)
    if (!found) throw new Error(`no element ${what} in: ${text().slice(0, 600)}`)
    return found
  }
  const fire: MiniProgram['fire'] = async (element, type, detail = {}) => {
    const bubbles = type === 'tap' || type.startsWith('touch')
    const event = exparser.Event.create(type, detail, {
      bubbles,
      composed: true,
      capturePhase: true,
      originalEvent: {},
    })
    exparser.Event.dispatchEvent(element.__wxElement, event)
    await tick(30)
  }
  return {
    routes,
    crossings,
    toasts,
    open,
    find,
    has: (what) => matching(what).length > 0,
    fire,
    tap: async (what) => fire(await waitFor(() => find(what)), 'tap'),
    async type(what, value) {
      const field = await waitFor(() =>
        elements().find(
          (element) =>
            /^(wx-)?(input|textarea)$/i.test(element.tagName) &&
            [
              attribute(element, 'placeholder'),
              attribute(element, 'ariaLabel'),
              attribute(element, 'aria-label'),
            ].includes(what),
        ),
      )
      await fire(field, 'input', { value, cursor: value.length })
    },
    waitFor,
    see: async (words, ms) => void (await waitFor(() => text().includes(words), ms)),
    text,
    back,
    top,
    attribute,
    elements,
    close: () => stack.splice(0).forEach(close),
  }
}
