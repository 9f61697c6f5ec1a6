import { emergencies } from '@/shared/domain/issues/emergencies'
import { emergencyFor, emergencyIn } from '@/shared/domain/issues/emergency-words'

const dangerIn = (typed: string): string | null => {
  const found = emergencyIn(typed)
  return found ? (Object.entries(emergencies).find(([, one]) => one === found)?.[0] ?? null) : null
}

test.each([
  ['着火了', 'fire'],
  ['3 号楼 5 层在冒烟', 'fire'],
  ['电瓶车充电自燃', 'fire'],
  ['楼道里有燃气味', 'gas'],
  ['闻到一股煤气味道', 'gas'],
  ['厨房天然气漏了', 'gas'],
  ['电梯困人', 'lift'],
  ['我妈被困在电梯里了', 'lift'],
  ['电梯停在 7 楼，人出不来', 'lift'],
  ['电线掉下来了', 'electricity'],
  ['楼下有人打人', 'violence'],
  ['隔壁又家暴', 'violence'],
  ['有人 拿着刀', 'violence'],
  ['老人晕倒了', 'help'],
  ['大爷摔倒了起不来', 'help'],
  ['有人要跳楼', 'help'],
  ['楼上往下扔酒瓶', 'falling'],
  ['孩子被狗咬伤', 'bite'],
  ['井盖没了', 'road'],
  ['门口的路塌陷了一块', 'road'],
  ['我妈被骗了三万', 'fraud'],
])('“%s” is heard as danger: %s', (typed, danger) => {
  expect(dangerIn(typed)).toBe(danger)
})

test.each([
  '',
  '  ',
  '楼道灯不亮，晚上看不见台阶',
  '电梯按钮坏了一个',
  '暖气不热',
  '楼下绿化带堆了一大堆垃圾，天热味道很大',
  '消防通道被旧家具堵住了',
  '楼上半夜太吵了',
  '小区里有人遛狗不拴绳',
  '老板拖欠工资',
  '想办居住证明',
])('“%s” is an ordinary report and raises no alarm', (typed) => {
  expect(emergencyIn(typed)).toBeNull()
})

test('the nearest danger is named first: a fire before the one who fell in it', () => {
  expect(emergencyFor('着火了，有人晕倒', undefined)).toEqual({ emergency: emergencies.fire, danger: 'near' })
})

test('words count before any class is chosen, and more than the class', () => {
  expect(emergencyFor('有人在电梯里被困', undefined)).toEqual({ emergency: emergencies.lift, danger: 'near' })
  expect(emergencyFor('充电的地方有人打架', 'charging')).toEqual({ emergency: emergencies.violence, danger: 'near' })
  expect(emergencyFor('堵了', 'charging')).toEqual({ emergency: emergencies.fire, danger: 'near' })
  expect(emergencyFor('着火了', 'policy')).toEqual({ emergency: emergencies.fire, danger: 'near' })
})

test('a class that is only suggested offers its numbers without alarm; a harmless choice ends that', () => {
  expect(emergencyFor('电梯坏了', undefined)).toEqual({ emergency: emergencies.lift, danger: 'possible' })
  expect(emergencyFor('电梯坏了', 'publicFacility')).toBeNull()
  expect(emergencyFor('垃圾没人清', undefined)).toBeNull()
  expect(emergencyFor('', undefined)).toBeNull()
  expect(emergencyFor('', 'nothing')).toBeNull()
})

test('every danger can be called for help', () => {
  for (const { numbers } of Object.values(emergencies))
    expect(numbers.map(({ number }) => number).join()).toMatch(/11[09]|120/)
})
