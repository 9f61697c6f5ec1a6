import { drawCertificate, pictureSize, statement, type Certificate } from '@/features/certificates/drawing'
import { linesOf, oneLine, type Pen } from '@/features/certificates/pen'

interface Drawn {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** A pen that remembers: a wide character is as wide as its size, any other half of it. */
const recorder = () => {
  const texts: Drawn[] = []
  const squares: { x: number; y: number; width: number; height: number }[] = []
  const sizeOf = (font: string) => Number(/(\d+)px/.exec(font)?.[1])
  const widthOf = (text: string, size: number) =>
    [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? size : size / 2), 0)
  const pen: Pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    font: '',
    textAlign: 'left',
    textBaseline: 'alphabetic',
    fillRect: (x, y, width, height) => void squares.push({ x, y, width, height }),
    strokeRect: () => undefined,
    measureText: (text) => ({ width: widthOf(text, sizeOf(pen.font)) }),
    fillText(text, x, y) {
      const size = sizeOf(pen.font)
      const width = widthOf(text, size)
      const shift = { left: 0, center: width / 2, right: width, start: 0, end: width }[pen.textAlign]
      texts.push({ text, x: x - shift, y, width, size })
    },
  }
  return { pen, texts, squares }
}

const plain: Certificate = {
  id: 'certificate-2AC4DE9HJKMN',
  code: '2AC4DE9HJKMN',
  link: null,
  communityName: '鑫盛嘉园社区',
  name: '王春霞',
  from: '2026-01-01',
  to: '2026-11-26',
  times: 12,
  counted: 1470,
  honour: 0,
  themes: [{ name: '爱老', minutes: 1470 }],
  activities: [{ title: '陪老人聊天', times: 12, minutes: 1470 }],
  isMore: false,
  issuedAt: '2026-11-26T03:00:00.000Z',
  state: 'valid',
  endedAt: null,
  endReason: null,
}
const draw = (changes: Partial<Certificate> = {}) => {
  const drawn = recorder()
  drawCertificate(drawn.pen, { ...plain, ...changes }, 'https://grid.example.com/certificates/2AC4DE9HJKMN')
  return { ...drawn, words: drawn.texts.map(({ text }) => text).join('\n') }
}

const longest = {
  name: '阿卜杜热合曼·买买提艾力·阿卜杜热合曼·买买提艾力',
  communityName: '某某市某某区某某街道办事处鑫盛嘉园陶埙苑琉璃园联合社区居民委员会',
  honour: 599,
  times: 9999,
  counted: 599_940,
  themes: Array.from({ length: 6 }, (_, at) => ({ name: `很长很长的主题名${at}`, minutes: 99_990 })),
  activities: Array.from({ length: 8 }, (_, at) => ({
    title: `第${at}项：给独居老人打扫房间、理发、量血压、陪着聊天和读报纸的活动`,
    times: 999,
    minutes: 59_999,
  })),
  isMore: true,
}
const hostile = {
  name: '王\n春\u3000霞 <script>"\'`',
  activities: [{ title: 'A\r\nB'.repeat(20), times: 1, minutes: 30 }],
}

test.each([
  ['plain', {}],
  ['the longest there is', longest],
  ['hostile', hostile],
  ['nothing but honour hours', { counted: 0, honour: 90, activities: [] }],
])('%s: every line stays within the frame, above the code, one under the other', (_name, changes) => {
  const { texts, squares } = draw(changes)
  for (const { text, x, width, y } of texts) {
    expect([text, x >= 56, x + width <= pictureSize.width - 56]).toEqual([text, true, true])
    expect([text, y <= pictureSize.height - 100]).toEqual([text, true])
    expect(text).not.toMatch(/[\r\n]/)
  }
  const code = squares.find(({ width, height }) => width === 250 && height === 250)!
  const left = texts.filter(({ x }) => x < code.x + code.width)
  expect(Math.max(...left.map(({ y }) => y))).toBeLessThan(code.y)
  const ordered = left.map(({ y }) => y)
  expect(ordered).toEqual([...ordered].sort((a, b) => a - b))
})

test('who, how long, when, what for and the code are all on it', () => {
  const { words } = draw()
  for (const part of [
    '志愿服务证明',
    '王春霞',
    '爱老',
    '陪老人聊天',
    '12 次，24 小时 30 分钟',
    '2AC4-DE9H-JKMN',
    '2026年11月26日',
  ])
    expect(words).toContain(part)
  expect(words.replace(/\n/g, '')).toContain(statement(plain))
})

test('a name that is too long is made smaller before anything of it is cut', () => {
  const size = (name: string) => draw({ name }).texts.find(({ text }) => text.startsWith(name.slice(0, 2)))!
  expect(size('王春霞').size).toBe(64)
  const long = size('阿卜杜热合曼·买买提艾力·阿卜杜热合曼')
  expect([long.size < 64, long.text.endsWith('…')]).toEqual([true, false])
  expect(size(longest.name.repeat(3)).text).toMatch(/…$/)
})

test('what is left out is said: more themes or activities than find room', () => {
  expect(draw(longest).words).toMatch(/服务主题（最多的 \d 项）[^]*主要活动（最多的 \d 项）/)
  expect(draw().words).not.toContain('最多的')
})

test('the code is drawn on whole pixels, with a light edge of four cells around it', () => {
  const { squares } = draw()
  const area = squares.find(({ width, height }) => width === 250 && height === 250)!
  const cells = squares.slice(squares.indexOf(area) + 1)
  expect(cells.length).toBeGreaterThan(300)
  const side = cells[0]!.width
  for (const { x, y, width, height } of cells) {
    expect([width, height, Number.isInteger(x), Number.isInteger(y)]).toEqual([side, side, true, true])
    expect(x - area.x).toBeGreaterThanOrEqual(4 * side)
    expect(area.x + area.width - (x + side)).toBeGreaterThanOrEqual(4 * side)
    expect(y - area.y).toBeGreaterThanOrEqual(4 * side)
  }
})

test('lines are never longer than they may be by more than a closing mark, and lose nothing', () => {
  const { pen } = recorder()
  pen.font = '10px x'
  const text = '一二三四五，六七八九十。'.repeat(5)
  const lines = linesOf(pen, text, 60)
  expect(lines.join('')).toBe(text)
  for (const line of lines) expect([line, /^[，。]/.test(line)]).toEqual([line, false])
  expect(oneLine(' 一\n\t二 ')).toBe('一 二')
})
