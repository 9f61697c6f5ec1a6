import { drawStrokes, isBlank, strokeBegun, strokeMoved, strokeUndone, type Strokes } from '@/ui/strokes'

const line = (length: number): Strokes =>
  Array.from({ length: 20 }, (_, at) => ({ x: (length * (at + 1)) / 20, y: 0 })).reduce(
    strokeMoved,
    strokeBegun([], { x: 0, y: 0 }),
  )

test('a tap and a slip of the finger are blank, a line of a name is not', () => {
  expect(isBlank([])).toBe(true)
  expect(isBlank(strokeBegun([], { x: 5, y: 5 }))).toBe(true)
  expect(isBlank(line(30))).toBe(true)
  expect(isBlank(line(90))).toBe(false)
})

test('strokes are taken back one by one, and a move without a stroke draws nothing', () => {
  const two = [...line(40), ...line(50)]
  expect(strokeUndone(two)).toEqual(line(40))
  expect(strokeUndone(strokeUndone(two))).toEqual([])
  expect(strokeMoved([], { x: 1, y: 1 })).toEqual([])
})

test('drawing begins anew every time, one path a stroke', () => {
  const done: string[] = []
  const say = (word: string) => () => void done.push(word)
  const pen = { lineWidth: 0, lineCap: '', lineJoin: '', strokeStyle: '' as unknown }
  const ways = {
    clearRect: say('clear'),
    beginPath: say('begin'),
    moveTo: say('move'),
    lineTo: say('line'),
    stroke: say('stroke'),
  }
  drawStrokes(
    { ...pen, ...ways },
    [
      [{ x: 1, y: 1 }],
      [
        { x: 1, y: 1 },
        { x: 9, y: 9 },
      ],
    ],
    { width: 10, height: 10 },
  )
  expect(done).toEqual(['clear', 'begin', 'move', 'line', 'stroke', 'begin', 'move', 'line', 'stroke'])
})
