import { refuse, succeed, type Device } from './simulate-device'
import { signature } from './signatures'

type Options = Parameters<typeof succeed>[0]
type Found = { node: Canvas; width: number; height: number } | null

/** What of WeChat's canvas of the second kind a page draws with. It remembers what stands on it. */
class Canvas {
  width = 300
  height = 150
  strokes = 0
  getContext() {
    let [points, stood] = [0, 0]
    return {
      scale: () => undefined,
      clearRect: () => {
        this.strokes = 0
      },
      beginPath: () => {
        points = 0
      },
      moveTo: () => {
        points = 1
      },
      lineTo: () => {
        points += 1
      },
      stroke: () => {
        stood = points
        if (stood > 1) this.strokes += 1
      },
    }
  }
}

/**
 * The part of `wx` that finds a canvas on a page and makes a picture of it. `ids` are those the page on top has drawn; a canvas it has
 * not drawn is not found, as on a phone.
 */
export const canvasApis = (device: Device, ids: () => readonly string[]): Record<string, unknown> => {
  const canvases = new Map<string, Canvas>()
  return {
    createSelectorQuery: () => {
      let wanted = ''
      const query = {
        select: (selector: string) => {
          wanted = selector.replace(/^#/, '')
          return query
        },
        fields: () => query,
        exec: (done: (found: Found[]) => void) =>
          setTimeout(() => {
            if (!ids().includes(wanted)) return done([null])
            const node = canvases.get(wanted) ?? new Canvas()
            canvases.set(wanted, node)
            done([{ node, width: 320, height: 180 }])
          }, 0),
      }
      return query
    },
    canvasToTempFilePath: (options: Options & { canvas?: Canvas; fileType?: string }) =>
      setTimeout(() => {
        if (!(options.canvas instanceof Canvas) || options.fileType !== 'png')
          return refuse(options, 'canvasToTempFilePath:fail invalid canvas')
        const tempFilePath = `http://tmp/canvas-${device.files.size + 1}.png`
        device.files.set(tempFilePath, signature({ ink: options.canvas.strokes > 0 }))
        succeed(options, { tempFilePath })
      }, 0),
  }
}
