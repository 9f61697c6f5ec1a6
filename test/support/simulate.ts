import fs from 'node:fs'
import path from 'node:path'
import { TextDecoder, TextEncoder } from 'node:util'
import { createDevice, deviceApis, refuse, succeed, type Device } from './simulate-device'
import { attributeOf, elementsOf, fieldOf, matching, tick, waitUntil, weightOf, type WxElement } from './simulate-view'

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
type Listener = (state: object) => void
type NavigationOptions = Parameters<typeof succeed>[0] & { url: string }

/** What crossed from the logic to the view of a page: the traffic WeChat makes a phone pay for. */
export interface Crossing {
  route: string
  bytes: number
}

/** The compiled mini-program, running on a device. */
export interface MiniProgram {
  device: Device
  routes: string[]
  crossings: Crossing[]
  /** What WeChat or a user would object to: failed navigation, errors on the console, foreign requests. */
  faults: string[]
  toasts: string[]
  /** Opens a page on top, as navigateTo does but without asking whether it is a tab. */
  open(url: string): Promise<void>
  /** Innermost element of the page on top: '#id', '.class', or its exact text. Throws when there is none. */
  find(what: string): WxElement
  has(what: string): boolean
  /** Fires an event as the base library does and lets the page answer. */
  fire(element: WxElement, type: string, detail?: object): Promise<void>
  /** Waits for the element and taps it. */
  tap(what: string): Promise<void>
  /** Types into the input or textarea whose placeholder or label says this. */
  type(what: string, value: string): Promise<void>
  waitFor<T>(look: () => T, ms?: number): Promise<NonNullable<T>>
  /** Waits until the page on top contains these words. */
  see(words: string, ms?: number): Promise<void>
  /** Waits until this page is on top. */
  at(route: string, ms?: number): Promise<void>
  text(): string
  back(): void
  top(): Screen
  attribute(element: WxElement, name: string): unknown
  elements(): WxElement[]
  weight(): { nodes: number; depth: number }
  /** Turns the network on or off and tells the app, as the phone does. */
  setOnline(online: boolean): void
  /** Puts the whole app away and takes it up again. */
  hide(): void
  show(): void
  /** Ends it, as when WeChat kills it; the device stays as it is. */
  close(): void
}

export interface World {
  /** Stands behind wx.cloud.callFunction. */
  callFunction(request: { name: string; data: object }): Promise<unknown>
  /** The phone to run on; a new one unless given. Give it again to see what survives a restart. */
  device?: Device
  /** Further or other APIs of wx. */
  wx?: Record<string, unknown>
}

/** WeChat refuses an eleventh page. */
const stackMax = 10
const answerMax = 4000

const plainJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const readApp = (dist: string) => {
  const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages?: { root: string; pages: string[] }[]
    tabBar?: { list: { pagePath: string }[] }
  }
  const packaged = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  )
  return { routes: [...app.pages, ...packaged], tabs: (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath) }
}

/** Compiles every template with WeChat's own compiler; throws its words when one does not parse. */
export const compileTemplates = (dist: string): void => {
  const compiler = require('miniprogram-compiler') as { wxmlToJs(folder: string): string }
  new Function(compiler.wxmlToJs(dist))
}

/** Loaded once a test file: templates extend prototypes, which can be done only once. */
let simulator: ReturnType<typeof loadSimulator> | undefined

/** The simulator, made ready for whole pages of Taro. */
const loadSimulator = (scope: Record<string, unknown>) => {
  const simulate = require('miniprogram-simulate') as {
    load(file: string, tag: string, options: object): string
    render(id: string): { instance: Instance; attach(host: HTMLElement): void }
  }
  const utils = require('miniprogram-simulate/src/utils') as { runJs(file: string): void }
  const compiler = require('miniprogram-simulate/src/compile') as { getWxml(file: string, options: object): unknown }
  const exparser = require('miniprogram-exparser') as {
    Event: {
      create(type: string, detail: object, options: object): object
      dispatchEvent(target: unknown, event: object): void
    }
  }

  // webpack runs a module once, the simulator wants its Component() at every load: remember what each file defined.
  const definitions = new Map<string, Definition[]>()
  let running: string | null = null
  const register = scope.Component as (definition: Definition) => void
  const component = (definition: Definition) => {
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
  const apis = scope.wx as Record<string, unknown>
  const optionsOf = (dist: string) => ({ rootPath: dist, compiler: 'official' })
  return {
    /** A fresh start: no script has run, `wx` is as the simulator made it. */
    begin(dist: string) {
      jest.resetModules()
      definitions.clear()
      scope.Component = component
      scope.wx = { ...apis }
      compiler.getWxml(path.join(dist, 'comp'), optionsOf(dist))
    },
    render: (dist: string, route: string) =>
      simulate.render(simulate.load(path.join(dist, route), 'page', optionsOf(dist))),
    dispatch: (element: WxElement, type: string, detail: object, bubbles: boolean) =>
      exparser.Event.dispatchEvent(
        element.__wxElement,
        exparser.Event.create(type, detail, { bubbles, composed: true, capturePhase: true, originalEvent: {} }),
      ),
  }
}

/**
 * Loads what `npm run build:weapp` wrote and runs it: pages as components of miniprogram-simulate, events through exparser,
 * a route only if app.json has it, tabs kept, `Function` as useless as on a phone. One mini-program at a time. Never covered: the
 * real base library, camera, login, privacy popups.
 */
export const openMiniProgram = async (dist: string, world: World): Promise<MiniProgram> => {
  const scope = globalThis as unknown as Record<string, unknown> & { wx: Record<string, unknown> }
  const device = world.device ?? createDevice()
  const { routes, tabs } = readApp(dist)
  const { faults } = device

  Object.assign(scope, { TextDecoder, TextEncoder, __webview_engine_version__: 0.02 })
  simulator ??= loadSimulator(scope)
  const { begin, render, dispatch } = simulator
  begin(dist)

  // WeChat's Function gives nothing back instead of throwing; whatever needs it must do without.
  const RealFunction = scope.Function as FunctionConstructor
  const setFunction = (value: unknown): void => {
    scope.Function = value
    RealFunction.prototype.constructor = value as FunctionConstructor
  }
  const useless = function () {}
  useless.prototype = RealFunction.prototype
  setFunction(useless)
  const realError = console.error
  console.error = (...words: unknown[]) => void faults.push(`console: ${words.map(String).join(' ').slice(0, 400)}`)

  const stack: Screen[] = []
  const sleepingTabs = new Map<string, Screen>()
  const crossings: Crossing[] = []
  const listeners = { network: [] as Listener[], show: [] as Listener[], hide: [] as Listener[] }
  let application: Record<string, (options?: object) => void> = {}
  let loading = ''

  const top = (): Screen => {
    const screen = stack.at(-1)
    if (!screen) throw new Error('no page is open')
    return screen
  }
  const text = (): string => top().host.textContent ?? ''
  const waitFor: MiniProgram['waitFor'] = (look, ms = answerMax) =>
    waitUntil(look, ms, () => (stack.length > 0 ? text().slice(0, 600) : 'no page'))

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

  const conceal = (screen: Screen | undefined): void => {
    if (!screen) return
    screen.instance.onHide?.()
    screen.host.style.display = 'none'
  }
  const reveal = (screen: Screen): void => {
    screen.host.style.display = ''
    screen.instance.onShow?.()
  }
  const unload = (screen: Screen): void => {
    screen.instance.onUnload?.()
    screen.host.remove()
  }
  const create = (url: string): { screen: Screen; start: () => Promise<void> } => {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!routes.includes(route)) throw new Error(`page is not in app.json: ${route}`)
    const pairs = query.split('&').filter(Boolean)
    const parameters = Object.fromEntries(pairs.map((pair) => pair.split('=').map(decodeURIComponent))) as object
    loading = route
    const rendered = render(dist, route)
    const host = document.createElement('page')
    document.body.appendChild(host)
    rendered.attach(host)
    const { instance } = rendered
    Object.assign(instance, { route, __route__: route, is: route, options: parameters })
    const start = async () => {
      instance.onLoad(parameters)
      instance.onShow?.()
      await waitFor(() => instance.data.root?.cn?.length)
      instance.onReady?.()
      await tick(20)
    }
    return { screen: { route, host, instance }, start }
  }
  const open: MiniProgram['open'] = async (url) => {
    const { screen, start } = create(url)
    conceal(stack.at(-1))
    stack.push(screen)
    await start()
  }
  const back = (): void => {
    if (stack.length < 2) return
    unload(stack.pop()!)
    reveal(top())
  }
  const isTab = (url: string): boolean => tabs.includes(url.replace(/^\//, '').split('?')[0]!)
  const closeAll = (): void => {
    stack.splice(0).forEach(unload)
    sleepingTabs.forEach(unload)
    sleepingTabs.clear()
  }
  const switchTab = async (url: string): Promise<void> => {
    const route = url.replace(/^\//, '').split('?')[0]!
    if (stack.length === 1 && top().route === route) return
    const known = stack.find((screen) => screen.route === route) ?? sleepingTabs.get(route)
    const made = known ? null : create(`/${route}`)
    for (const screen of stack.splice(0).reverse()) {
      if (!isTab(screen.route)) unload(screen)
      else if (screen !== known) {
        conceal(screen)
        sleepingTabs.set(screen.route, screen)
      }
    }
    sleepingTabs.delete(route)
    stack.push(known ?? made!.screen)
    if (known) reveal(known)
    else await made!.start()
  }
  const navigation =
    (api: string, check: (url: string) => string | null, go: (url: string) => Promise<void>) =>
    (options: NavigationOptions): void => {
      const objection = check(options.url)
      const work = objection ? Promise.reject(new Error(objection)) : go(options.url)
      work.then(
        () => succeed(options, { errMsg: `${api}:ok` }),
        (error: Error) => {
          faults.push(`${api} ${options.url}: ${error.message}`)
          refuse(options, `${api}:fail ${error.message}`)
        },
      )
    }
  const noTab = (url: string) => (isTab(url) ? 'can not open a tab page' : null)

  Object.assign(scope.wx, deviceApis(device), {
    env: { USER_DATA_PATH: 'wxfile://usr' },
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
    navigateTo: navigation(
      'navigateTo',
      (url) => noTab(url) ?? (stack.length >= stackMax ? `webview count limit exceed: ${stackMax}` : null),
      open,
    ),
    redirectTo: navigation('redirectTo', noTab, async (url) => {
      const { screen, start } = create(url)
      unload(stack.pop()!)
      stack.push(screen)
      await start()
    }),
    switchTab: navigation('switchTab', (url) => (isTab(url) ? null : 'not a tab page'), switchTab),
    reLaunch: navigation(
      'reLaunch',
      () => null,
      async (url) => {
        const { screen, start } = create(url)
        closeAll()
        stack.push(screen)
        await start()
      },
    ),
    navigateBack: (options?: NavigationOptions) => {
      back()
      succeed(options)
    },
    onNetworkStatusChange: (listener: Listener) => void listeners.network.push(listener),
    onAppShow: (listener: Listener) => void listeners.show.push(listener),
    onAppHide: (listener: Listener) => void listeners.hide.push(listener),
    cloud: {
      init: () => undefined,
      callFunction: (request: { name: string; data: object } & NavigationOptions) => {
        const asked = { name: request.name, data: plainJson(request.data) as object }
        const work = (device.online ? world.callFunction(asked) : Promise.reject(new Error('no network'))).then(
          (result) => ({ result: plainJson(result), errMsg: 'cloud.callFunction:ok' }),
          (error: unknown) => {
            throw { errMsg: `cloud.callFunction:fail ${String(error)}` }
          },
        )
        if (!request.success && !request.fail) return work
        work.then(
          (result) => succeed(request, result),
          (error: { errMsg: string }) => refuse(request, error.errMsg),
        )
        return undefined
      },
    },
    ...world.wx,
  })

  require(path.join(dist, 'app.js'))
  application.onLaunch?.({ path: routes[0], query: {}, scene: 1001 })
  application.onShow?.({})

  const find: MiniProgram['find'] = (what) => {
    const found = matching(top().host, what).at(-1)
    if (!found) throw new Error(`no element ${what} in: ${text().slice(0, 600)}`)
    return found
  }
  const fire: MiniProgram['fire'] = async (element, type, detail = {}) => {
    dispatch(element, type, detail, type === 'tap' || type.startsWith('touch'))
    await tick(30)
  }
  return {
    device,
    routes,
    crossings,
    faults,
    toasts: device.toasts,
    open,
    find,
    has: (what) => matching(top().host, what).length > 0,
    fire,
    tap: async (what) => fire(await waitFor(() => find(what)), 'tap'),
    async type(what, value) {
      const field = await waitFor(() => fieldOf(top().host, what))
      await fire(field, 'input', { value, cursor: value.length })
    },
    waitFor,
    see: async (words, ms) => void (await waitFor(() => text().includes(words), ms)),
    at: async (route, ms) => void (await waitFor(() => top().route === route.replace(/^\//, ''), ms)),
    text,
    back,
    top,
    attribute: attributeOf,
    elements: () => elementsOf(top().host),
    weight: () => weightOf(top().host),
    setOnline(online) {
      device.online = online
      listeners.network.forEach((listener) => listener({ isConnected: online, networkType: online ? 'wifi' : 'none' }))
    },
    hide() {
      top().instance.onHide?.()
      application.onHide?.({})
      listeners.hide.forEach((listener) => listener({}))
    },
    show() {
      application.onShow?.({})
      listeners.show.forEach((listener) => listener({}))
      top().instance.onShow?.()
    },
    close() {
      closeAll()
      setFunction(RealFunction)
      console.error = realError
    },
  }
}
