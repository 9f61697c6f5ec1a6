import { holdBack } from './back-closes'
import './preview.scss'

/**
 * Shows photos over the whole screen, starting with `src`. Made of plain elements: Taro's own brings a carousel library
 * of 160 KB into every page.
 */
export function preview(src: string, all: readonly string[]): void {
  const before = document.activeElement
  let index = Math.max(0, all.indexOf(src))

  const dialog = element('div', 'ui-preview')
  dialog.setAttribute('role', 'dialog')
  dialog.setAttribute('aria-modal', 'true')
  dialog.setAttribute('aria-label', '查看照片')
  const image = element('img', 'ui-preview-image')
  const count = element('div', 'ui-preview-count')
  count.setAttribute('role', 'status')

  const show = (next: number) => {
    index = (next + all.length) % all.length
    image.src = all[index] ?? src
    image.alt = `第 ${index + 1} 张照片`
    count.textContent = `${index + 1} / ${all.length}`
  }
  const close = () => {
    letGo()
    document.removeEventListener('keydown', listen, true)
    dialog.remove()
    if (before instanceof HTMLElement) before.focus()
  }
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') show(index + 1)
    if (event.key === 'ArrowLeft') show(index - 1)
    if (event.key === 'Escape') close()
    if (event.key === 'Tab') keepInside(event, dialog)
    event.stopPropagation()
  }

  const closing = button('关闭', 'ui-preview-close', 'close', close)
  dialog.append(image, count, closing)
  if (all.length > 1) {
    dialog.append(button('上一张', 'ui-preview-back', 'back', () => show(index - 1)))
    dialog.append(button('下一张', 'ui-preview-next', 'chevron', () => show(index + 1)))
  }
  show(index)
  document.body.append(dialog)
  const letGo = holdBack(close)
  document.addEventListener('keydown', listen, true)
  closing.focus()
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), { className })
}

function button(label: string, className: string, icon: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', `ui-preview-button ${className}`)
  made.type = 'button'
  made.setAttribute('aria-label', label)
  made.append(element('span', `ui-icon ui-icon-${icon}`))
  made.addEventListener('click', onPress)
  return made
}

function keepInside(event: KeyboardEvent, dialog: HTMLElement) {
  const buttons = [...dialog.querySelectorAll('button')]
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const next = buttons[(here + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length]
  event.preventDefault()
  next?.focus()
}
