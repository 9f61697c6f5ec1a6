import { shuffled, type Chance } from './chance'

const surnames = '王李张刘孙赵徐周于高郑宋韩董马朱崔杜袁吕苗常翟邢牛邵孟耿路燕'
const givens =
  '春霞 建国 秀兰 志强 晓燕 文博 桂英 海涛 玉珍 明远 丽娟 德胜 思雨 卫东 红梅 子轩 淑芳 永刚 雪莲 景行 爱华 立新 佳宁 长河 凤琴 一鸣 美玲 守义 静怡 广田 月娥 泽民 欣然 国栋 素云 承志'

/** Names of people who do not exist: every pair of a family name and a given name at most once, in an order of chance. */
export const inventedNames = (chance: Chance): Iterator<string, never> => {
  const names = shuffled(
    [...surnames].flatMap((surname) => givens.split(' ').map((given) => surname + given)),
    chance,
  )
  let taken = 0
  return {
    next: () => {
      const name = names[taken]
      if (name === undefined) throw new Error('The sample ran out of names')
      taken += 1
      return { done: false, value: name }
    },
  }
}
