import path from 'node:path'
import type { WxElement } from './simulate-view'

/** A page as Taro defines it and the simulator runs it. */
export interface Instance {
  data: { root?: { cn?: unknown[] } }
  setData(data: object, done?: () => void): void
  onLoad(query: object): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onReachBottom?(): void
  onPullDownRefresh?(): void
  onShareAppMessage?(): { title: string; path: string }
}
/** What a script hands to Page() or Component(). */
export type Definition = Record<string, unknown>

/** Compiles every template with WeChat's own compiler; throws its words when one does not parse. */
export const compileTemplates = (dist: string): void => {
  const compiler = require('miniprogram-compiler') as { wxmlToJs(folder: string): string }
  compiler.wxmlToJs(dist)
}

/** The simulator, made ready for whole pages of Taro. */
export const loadSimulator = (scope: Record<string, unknown>) => {
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
  const builds: string[] = []
  /** Compiled templates share one table by number, so a build cannot come back after another one. */
  const claimTemplates = (dist: string): void => {
    if (builds.at(-1) === dist) return
    if (builds.includes(dist)) throw new Error(`${dist} was open before another build; use a test file of its own`)
    builds.push(dist)
    if (scope.__WXML_GLOBAL__) scope.__WXML_GLOBAL__ = { wxs_nf_init: true, modules: {} }
  }
  const optionsOf = (dist: string) => ({ rootPath: dist, compiler: 'official' })
  return {
    /** A fresh start: no script has run, `wx` is as the simulator made it. */
    begin(dist: string) {
      jest.resetModules()
      definitions.clear()
      scope.Component = component
      scope.wx = { ...apis }
      claimTemplates(dist)
      compiler.getWxml(path.join(dist, 'comp'), optionsOf(dist))
    },
    render: (dist: string, route: string) =>
      simulate.render(simulate.load(path.join(dist, route), 'page', optionsOf(dist))),
    dispatch: (element: WxElement, type: string, detail: object, bubbles: boolean) =>
      exparser.Event.dispatchEvent(
        element.__wxElement,
        exparser.Event.create(type, detail, {
          bubbles,
          composed: true,
          capturePhase: true,
          originalEvent: {},
          // Where the fingers are stands beside the detail, as the base library has it.
          ...('touches' in detail ? { extraFields: { touches: detail.touches, changedTouches: detail.touches } } : {}),
        }),
      ),
  }
}

/** WeChat's Function gives nothing back instead of throwing; whatever needs it must do without. Answers how to undo it. */
export const disableFunction = (scope: Record<string, unknown>): (() => void) => {
  const RealFunction = scope.Function as FunctionConstructor
  const put = (value: unknown): void => {
    scope.Function = value
    RealFunction.prototype.constructor = value as FunctionConstructor
  }
  const useless = function () {}
  useless.prototype = RealFunction.prototype
  put(useless)
  return () => put(RealFunction)
}
