import fs from 'node:fs'
import path from 'node:path'
import { promised, refuse, succeed } from './simulate-device'
import type { Instance } from './simulate-loader'
import { tick } from './simulate-view'

/** A page that is open. */
export interface Screen {
  route: string
  host: HTMLElement
  instance: Instance
}
type NavigationOptions = Parameters<typeof succeed>[0] & { url: string }

/** WeChat refuses an eleventh page. */
const stackMax = 10

/** What app.json names. */
export const readApp = (dist: string) => {
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

interface Ground {
  routes: string[]
  tabs: string[]
  faults: string[]
  /** Pages that are open, the visible one last. */
  stack: Screen[]
  render(route: string): { instance: Instance; attach(host: HTMLElement): void }
  waitFor<T>(look: () => T): Promise<unknown>
}

/** The pages that are open, and the APIs of `wx` that move between them. Tabs stay alive behind each other, as in WeChat. */
export const createPages = ({ routes, tabs, faults, stack, render, waitFor }: Ground) => {
  const sleepingTabs = new Map<string, Screen>()
  const top = (): Screen => stack.at(-1)!

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
    const rendered = render(route)
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
  const open: (url: string) => Promise<void> = async (url) => {
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
  const navigation = (api: string, check: (url: string) => string | null, go: (url: string) => Promise<void>) =>
    promised((options: NavigationOptions): void => {
      const objection = check(options.url)
      const work = objection ? Promise.reject(new Error(objection)) : go(options.url)
      work.then(
        () => succeed(options, { errMsg: `${api}:ok` }),
        (error: Error) => {
          faults.push(`${api} ${options.url}: ${error.message}`)
          refuse(options, `${api}:fail ${error.message}`)
        },
      )
    })
  const noTab = (url: string) => (isTab(url) ? 'can not open a tab page' : null)

  return {
    open,
    back,
    closeAll,
    apis: {
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
      navigateBack: promised((options: NavigationOptions) => {
        back()
        succeed(options)
      }),
    },
  }
}
