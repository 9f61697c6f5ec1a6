/** Time for what was just decided to be drawn. */
const drawnMs = 80

const later = (selector: string, work: (element: HTMLElement) => void): void =>
  void setTimeout(() => {
    const dialogs = document.querySelectorAll<HTMLElement>('.ui-sheet-panel')
    const ground: ParentNode = dialogs[dialogs.length - 1] ?? document
    const found = [...ground.querySelectorAll<HTMLElement>(selector)].find((one) => one.offsetParent !== null)
    if (found) work(found)
  }, drawnMs)

/** Scrolls until the first of these stands in the middle, clear of what is fixed at the edges. */
export const bringIntoView = (selector: string): void =>
  later(selector, (element) => element.scrollIntoView({ block: 'center' }))

const controls = 'textarea, input, button:not([aria-disabled=true]), [tabindex="0"]'

/** Leads to the first input with an error, in the sheet that is open or on the page, and puts the cursor there. */
export const showFirstError = (): void =>
  later('.ui-field-error', (error) => {
    const field = error.closest<HTMLElement>('.ui-field') ?? error.parentElement?.parentElement ?? error
    field.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true })
    const isTall = field.offsetHeight > window.innerHeight / 2
    ;(isTall ? error : field).scrollIntoView({ block: 'center' })
  })
