import { forwardRef, useEffect, useImperativeHandle, useRef, type PointerEvent } from 'react'
import type { PadHandle, PadProps } from './signature-pad.types'
import { drawStrokes, strokeBegun, strokeMoved } from './strokes'
import './signature-pad.scss'

/** Twice the pixels, so that a signature is not blurred on a sharp screen. */
const sharpness = 2

/** A field to sign in, with finger, pen or mouse. */
export const SignaturePad = forwardRef<PadHandle, PadProps>(function SignaturePad(
  { label, strokes, onChange },
  handle,
) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const isDown = useRef(false)
  useEffect(() => {
    const area = canvas.current
    const pen = area?.getContext('2d')
    if (!area || !pen) return
    const { clientWidth: width, clientHeight: height } = area
    if (area.width !== width * sharpness || area.height !== height * sharpness) {
      area.width = width * sharpness
      area.height = height * sharpness
    }
    pen.setTransform(sharpness, 0, 0, sharpness, 0, 0)
    drawStrokes(pen, strokes, { width, height })
  }, [strokes])
  useImperativeHandle(handle, () => ({
    toFile: async () => {
      const src = canvas.current?.toDataURL('image/png') ?? ''
      const { size } = await (await fetch(src)).blob()
      return { src, bytes: size }
    },
  }))
  const dotOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  return (
    <canvas
      ref={canvas}
      className="signature-pad"
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        isDown.current = true
        const dot = dotOf(event)
        onChange((before) => strokeBegun(before, dot))
      }}
      onPointerMove={(event) => {
        if (!isDown.current) return
        const dot = dotOf(event)
        onChange((before) => strokeMoved(before, dot))
      }}
      onPointerUp={() => {
        isDown.current = false
      }}
      onPointerCancel={() => {
        isDown.current = false
      }}
    />
  )
})
