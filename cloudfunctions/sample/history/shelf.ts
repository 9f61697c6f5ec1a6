import type { Reward } from '@/shared/domain/redemptions/reward'
import type { Painter } from './picture'

type Colour = readonly [number, number, number]

const table = (x: number, y: number): Colour => {
  if (y > 0.78) return Math.sin(x * 60) > 0.9 ? [158, 118, 82] : [172, 132, 94]
  return y < 0.08 ? [226, 218, 204] : [238, 231, 218]
}
const inBox = (x: number, y: number, left: number, top: number, right: number, bottom: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom
const inOval = (x: number, y: number, cx: number, cy: number, rx: number, ry: number): boolean =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1

/** Something on a table, drawn by code: a shape in one colour with a label, so that the things on offer are told apart at a glance. */
const thing =
  (isIn: (x: number, y: number) => boolean, colour: Colour, isLabel?: (x: number, y: number) => boolean): Painter =>
  (x, y) => {
    if (isLabel?.(x, y)) return [250, 247, 240]
    if (isIn(x, y)) return colour
    return inOval(x, y, 0.5, 0.8, 0.26, 0.03) ? [150, 114, 80] : table(x, y)
  }

const bottle = (x: number, y: number) =>
  inBox(x, y, 0.38, 0.34, 0.62, 0.8) || inBox(x, y, 0.46, 0.2, 0.56, 0.36) || inOval(x, y, 0.5, 0.34, 0.12, 0.08)
const bag = (x: number, y: number) => inBox(x, y, 0.34, 0.28, 0.66, 0.8) && !(y < 0.32 && Math.sin(x * 80) > 0.2)
const box = (x: number, y: number) => inBox(x, y, 0.28, 0.46, 0.72, 0.8)
const roll = (x: number, y: number) =>
  (inBox(x, y, 0.3, 0.42, 0.7, 0.8) || inOval(x, y, 0.5, 0.42, 0.2, 0.1)) && !inOval(x, y, 0.5, 0.42, 0.05, 0.03)
const cup = (x: number, y: number) =>
  inBox(x, y, 0.37, 0.34, 0.6, 0.8) || (inOval(x, y, 0.62, 0.56, 0.09, 0.13) && !inOval(x, y, 0.62, 0.56, 0.05, 0.08))
const umbrella = (x: number, y: number) =>
  (inOval(x, y, 0.5, 0.52, 0.3, 0.28) && y < 0.52) || inBox(x, y, 0.49, 0.5, 0.51, 0.78)
const label = (x: number, y: number) => inBox(x, y, 0.42, 0.52, 0.58, 0.64)

interface Offered extends Pick<Reward, 'name' | 'words' | 'price' | 'stock' | 'limit'> {
  key: string
  picture: Painter
  centreId?: string
}

const monthly = (count: number) => ({ count, per: 'month' }) as const

/** What a centre of this size has on its shelf. Prices in half points: an hour of service is two. */
export const shelf: readonly Offered[] = [
  {
    key: 'detergent',
    name: '洗衣液 2 公斤',
    words: '薰衣草香，适合机洗和手洗。',
    price: 16,
    stock: 24,
    limit: monthly(1),
    picture: thing(bottle, [96, 112, 178], label),
  },
  {
    key: 'rice',
    name: '东北大米 5 公斤',
    words: '当年新米，社区共建单位捐赠。',
    price: 30,
    stock: 12,
    limit: monthly(1),
    picture: thing(bag, [214, 176, 92], label),
  },
  {
    key: 'oil',
    name: '花生油 1.8 升',
    words: '压榨一级，保质期十八个月。',
    price: 36,
    stock: 8,
    limit: monthly(1),
    picture: thing(bottle, [202, 140, 44], label),
  },
  {
    key: 'towel',
    name: '纯棉毛巾',
    words: '一条装，颜色以现场为准。',
    price: 5,
    stock: 40,
    limit: null,
    picture: thing(box, [196, 120, 130]),
  },
  {
    key: 'paper',
    name: '卷纸一提',
    words: '十卷装，三层。',
    price: 9,
    stock: 30,
    limit: monthly(2),
    picture: thing(roll, [236, 236, 232], (x, y) => inBox(x, y, 0.3, 0.6, 0.7, 0.64)),
  },
  {
    key: 'soap',
    name: '抑菌香皂',
    words: '两块装。',
    price: 3,
    stock: 50,
    limit: null,
    picture: thing(box, [126, 170, 120], label),
  },
  {
    key: 'bags',
    name: '分类垃圾袋',
    words: '厨余、其他各一卷，共一百只。',
    price: 2,
    stock: 80,
    limit: null,
    picture: thing(roll, [72, 118, 84]),
  },
  {
    key: 'umbrella',
    name: '折叠晴雨伞',
    words: '三折，印有社区吉祥物鑫宝。',
    price: 14,
    stock: 1,
    limit: { count: 1, per: 'ever' },
    picture: thing(umbrella, [165, 56, 42]),
  },
  {
    key: 'cup',
    name: '保温杯 500 毫升',
    words: '不锈钢内胆，志愿者纪念款。',
    price: 20,
    stock: 0,
    limit: { count: 1, per: 'ever' },
    picture: thing(cup, [13, 95, 87], label),
  },
  {
    key: 'haircut',
    name: '便民理发一次',
    words: '每周六上午在服务点，凭码理发。',
    price: 4,
    stock: 15,
    limit: monthly(1),
    picture: thing(box, [120, 104, 150], label),
    centreId: 'centre-2',
  },
]
