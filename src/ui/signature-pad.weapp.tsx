import { Canvas, type CanvasTouchEvent } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { forwardRef, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { aria } from './aria'
import type { PadHandle, PadProps } from './signature-pad.types'
import { drawStrokes, strokeBegun, strokeMoved, type Pen } from './strokes'
import './signature-pad.scss'

/** The canvas behind the native component, with the size it is shown at. */
interface Surface {
  node: { width: number; height: number; getContext(kind: '2d'): Pen & { scale(x: number, y: number): void } }
  width: number
  height: number
}

const sharpness = 2

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject }),
  )

/** A field to sign in: WeChat's own canvas of the second kind, drawn on by touch. */
export const SignaturePad = forwardRef<PadHandle, PadProps>(function SignaturePad(
  { label, strokes, onChange },
  handle,
) {
  const id = `pad-${useId().replace(/[^A-Za-z0-9]/g, '')}`
  const [surface, setSurface] = useState<Surface | null>(null)
  const pen = useRef<Pen | null>(null)
  useEffect(() => {
    // The native component stands only after the page has been drawn.
    Taro.nextTick(() =>
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .fields({ node: true, size: true })
        .exec(([found]: (Surface | null | undefined)[]) => {
          if (!found?.node) return
          found.node.width = found.width * sharpness
          found.node.height = found.height * sharpness
          const context = found.node.getContext('2d')
          context.scale(sharpness, sharpness)
          pen.current = context
          setSurface(found)
        }),
    )
  }, [id])
  useEffect(() => {
    if (surface && pen.current) drawStrokes(pen.current, strokes, surface)
  }, [strokes, surface])
  useImperativeHandle(handle, () => ({
    toFile: async () => {
      if (!surface) throw new Error('the canvas is not there')
      const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: surface.node as never, fileType: 'png' })
      return { src: tempFilePath, bytes: await sizeOf(tempFilePath) }
    },
  }))
  const touched = (event: CanvasTouchEvent) => event.touches[0]
  return (
    <Canvas
      type="2d"
      id={id}
      canvasId={id}
      className="signature-pad"
      disableScroll
      onTouchStart={(event) => {
        const dot = touched(event)
        if (dot) onChange((before) => strokeBegun(before, { x: dot.x, y: dot.y }))
      }}
      onTouchMove={(event) => {
        const dot = touched(event)
        if (dot) onChange((before) => strokeMoved(before, { x: dot.x, y: dot.y }))
      }}
      {...aria({ role: 'img', label })}
    />
  )
})
