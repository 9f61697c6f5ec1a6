import path from 'node:path'
import { TextDecoder, TextEncoder } from 'node:util'
import { createDevice, deviceApis, promised, refuse, succeed, type Device } from './simulate-device'
import { disableFunction, loadSimulator, type Definition, type Instance } from './simulate-loader'
import { createPages, readApp, type Screen } from './simulate-stack'
import { attributeOf, elementsOf, fieldOf, matching, tick, waitUntil, weightOf, type WxElement } from './simulate-view'

type Listener = (state: object) => void
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

const answerMax = 4000

const plainJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Loaded once a test file: templates extend prototypes, which can be done only once. */
let simulator: ReturnType<typeof loadSimulator> | undefined

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

  const enableFunction = disableFunction(scope)
  const realError = console.error
  console.error = (...words: unknown[]) => void faults.push(`console: ${words.map(String).join(' ').slice(0, 400)}`)

  const stack: Screen[] = []
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

  const { open, back, closeAll, apis } = createPages({
    routes,
    tabs,
    faults,
    stack,
    waitFor,
    render(route) {
      loading = route
      return render(dist, route)
    },
  })
  Object.assign(scope.wx, deviceApis(device), apis, {
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
    onNetworkStatusChange: (listener: Listener) => void listeners.network.push(listener),
    onAppShow: (listener: Listener) => void listeners.show.push(listener),
    onAppHide: (listener: Listener) => void listeners.hide.push(listener),
    cloud: {
      init: () => undefined,
      callFunction: promised((request: Parameters<typeof succeed>[0] & { name: string; data: object }) => {
        const asked = { name: request.name, data: plainJson(request.data) as object }
        const work = device.online ? world.callFunction(asked) : Promise.reject(new Error('no network'))
        work.then(
          (result) => succeed(request, { result: plainJson(result), errMsg: 'cloud.callFunction:ok' }),
          (error: unknown) => refuse(request, `cloud.callFunction:fail ${String(error)}`),
        )
      }),
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
    device.isTapped = type === 'tap'
    dispatch(element, type, detail, type === 'tap' || type.startsWith('touch'))
    device.isTapped = false
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
    at: async (url, ms) => {
      const route = url.replace(/^\//, '')
      await waitFor(() => {
        if (top().route !== route) throw new Error(`waited for ${route} on ${top().route}: ${faults.join(' · ')}`)
        return true
      }, ms)
    },
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
      enableFunction()
      console.error = realError
    },
  }
}
