import Taro from '@tarojs/taro'

/**
 * In a browser "back" closes what lies over the page before it leaves the page. Each dialog gets an entry of the history that
 * has the address of its page, marked by how many dialogs lie over each other there (`depth`). An entry whose dialog was
 * closed by its own buttons stays: the next dialog takes it over, and going back passes it by, so that one press is one
 * step. Stepping back at once instead would race with whatever the closing button navigates to.
 */
interface Place {
  /** Taro's own number of the entry and its address; dialogs share those of their page. An address that was typed has no number. */
  page: string
  depth: number
}

const here = (): Place => {
  const state = (window.history.state ?? {}) as { idx?: number; depth?: number }
  return { page: `${state.idx ?? ''}${window.location.hash}`, depth: state.depth ?? 0 }
}

const open: { close: () => void }[] = []
let stood: Place | undefined

/** Runs before the router hears of it; steps between the dialogs of one page are none of its business. */
const listen = (event: PopStateEvent): void => {
  const before = stood
  stood = here()
  if (before?.page !== stood.page || before?.depth === stood.depth) {
    for (const { close } of open.splice(0)) close()
    return
  }
  event.stopImmediatePropagation()
  if (stood.depth > before!.depth) return
  if (open.length > stood.depth) for (const { close } of open.splice(stood.depth).reverse()) close()
  else window.history.back()
}

/** Hears every step from now on. Call it before the router is started, which would hear them first otherwise. */
export const watchBack = (): void => {
  stood = here()
  window.addEventListener('popstate', listen, true)
  Taro.eventCenter.on('__taroRouterChange', () => {
    stood = here()
  })
}

/** While a dialog is open, back calls `close`. Answers how to let go of it, whoever closed it. */
export const holdBack = (close: () => void): (() => void) => {
  const dialog = { close }
  open.push(dialog)
  const { page, depth } = here()
  if (depth < open.length) {
    window.history.pushState({ ...(window.history.state as object), depth: depth + 1 }, '')
    stood = { page, depth: depth + 1 }
  }
  return () => {
    const at = open.indexOf(dialog)
    if (at >= 0) open.splice(at, 1)
  }
}
