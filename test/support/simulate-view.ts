/** An element of the view layer as the simulator renders it; built-in components keep no attributes in the DOM. */
export interface WxElement extends HTMLElement {
  __wxElement: { id: string; _vt?: { attrs: { name: string; value: unknown }[] } }
}

export const tick = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const elementsOf = (host: HTMLElement): WxElement[] =>
  [...host.querySelectorAll<WxElement>('*')].filter((element) => element.__wxElement)

export const attributeOf = (element: WxElement, name: string): unknown =>
  element.__wxElement._vt?.attrs.find((one) => one.name === name)?.value

/** Elements that answer to '#id', '.class' or their exact text, outermost first. */
export const matching = (host: HTMLElement, what: string): WxElement[] =>
  elementsOf(host).filter((element) => {
    if (what.startsWith('#')) return element.__wxElement.id === what.slice(1)
    if (what.startsWith('.'))
      return element.className.split(' ').some((name) => name.replace(/^.*--/, '') === what.slice(1))
    return (element.textContent ?? '').trim() === what
  })

/** The input or textarea whose placeholder or label says this. */
export const fieldOf = (host: HTMLElement, words: string): WxElement | undefined =>
  elementsOf(host).find(
    (element) =>
      /^(wx-)?(input|textarea)$/i.test(element.tagName) &&
      ['placeholder', 'ariaLabel', 'aria-label'].some((name) => attributeOf(element, name) === words),
  )

/** How heavy a page is for a phone: its nodes, and how deep they nest. */
export const weightOf = (host: HTMLElement): { nodes: number; depth: number } => {
  const elements = elementsOf(host)
  const depthOf = (element: HTMLElement): number => {
    let depth = 0
    for (let at: HTMLElement | null = element; at && at !== host; at = at.parentElement)
      if ((at as WxElement).__wxElement) depth++
    return depth
  }
  return { nodes: elements.length, depth: Math.max(0, ...elements.map(depthOf)) }
}

/** Looks again and again until there is something, and rejects with what there was instead. */
export const waitUntil = async <T>(look: () => T, ms: number, seen: () => string): Promise<NonNullable<T>> => {
  const until = performance.now() + ms
  for (;;) {
    let problem: unknown
    try {
      const found = look()
      if (found) return found as NonNullable<T>
    } catch (error) {
      problem = error
    }
    if (performance.now() > until) throw problem ?? new Error(`waited in vain for ${look.toString()} in: ${seen()}`)
    await tick(10)
  }
}
