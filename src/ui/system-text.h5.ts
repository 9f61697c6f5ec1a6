const largeFrom = 20

let isLarge: boolean | undefined

/** Whether the browser's own text size is set to large: `medium` is 16 unless the person changed it. Asked once. */
export function isSystemTextLarge(): boolean {
  if (isLarge === undefined) {
    const probe = document.createElement('span')
    probe.style.fontSize = 'medium'
    document.body.append(probe)
    isLarge = parseFloat(getComputedStyle(probe).fontSize) >= largeFrom
    probe.remove()
  }
  return isLarge
}
