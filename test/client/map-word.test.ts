import { mapWord } from '@/features/map/map-word'

test('a name that looks like markup stays a name on the map', () => {
  const made: Record<string, unknown> = {}
  Object.assign(globalThis, { document: { createElement: (tag: string) => Object.assign(made, { tag }) } })
  const hostile = '<img src=x onerror=alert(1)>'
  mapWord(hostile)
  expect(made).toEqual({ tag: 'b', textContent: hostile })
})
