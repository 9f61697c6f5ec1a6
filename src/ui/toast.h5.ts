import './toast.scss'

let region: HTMLElement | undefined
let timer: ReturnType<typeof setTimeout>

/** A short word about what just happened; nothing that needs an answer. Read out politely by screen readers. */
export function toast(message: string): void {
  if (!region) {
    region = document.createElement('div')
    region.className = 'ui-toast'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = message
  region.classList.add('is-shown')
  clearTimeout(timer)
  timer = setTimeout(() => {
    region?.classList.remove('is-shown')
    if (region) region.textContent = ''
  }, 3000)
}
