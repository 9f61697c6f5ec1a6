import { duplicateRadiusOf } from '@/shared/domain/issues/duplicates'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { classOf, issueClasses, limitLabel, responsibleLabel, searchClasses } from '@/shared/domain/issues/classes'

/** The class table as agreed, in words: code, name, who, limit, radius. */
const agreed = `
litter | 暴露垃圾、乱堆乱放 | gridWorker | 4 wh | 100
rubble | 建筑垃圾、渣土 | gridWorker | 2 wd | 100
smallAds | 乱贴小广告 | gridWorker | 1 wd | 50
greenery | 绿化损坏、枯枝 | propertyManager | 5 wd | 100
odourPests | 异味、蚊虫、污水 | gridWorker | 2 wd | 100
standingWater | 积水、下水堵塞 | propertyManager | 4 wh | 50
pipes | 停水停暖、水管暖气管渗漏 | propertyManager | 24 ch | 30
powerLight | 路灯、楼道灯、供电故障 | propertyManager | 2 wd | 30
lift | 电梯故障（困人先拨 119） | propertyManager | 4 wh | 30
road | 道路、台阶、井盖破损 | propertyManager | 24 ch | 30
publicFacility | 健身器材、座椅、公共设施损坏 | propertyManager | 5 wd | 30
parking | 乱停车、占车位 | propertyManager | 1 wd | 50
fireLane | 占用消防通道、楼道堆物 | gridWorker | 24 ch | 30
charging | 飞线充电、电动车进楼 | gridWorker | 24 ch | 30
fallingObject | 高空抛物、外墙脱落 | areaPolice | 24 ch | 30
illegalBuild | 私搭乱建 | 综合行政执法 | 5 wd | 30
noise | 噪音扰民 | gridWorker | 1 wd | 50
pets | 宠物扰民、犬只伤人 | gridWorker | 2 wd | 100
dispute | 邻里、家庭矛盾纠纷 | communityWorker | 1 wd | 30
labour | 欠薪、劳动纠纷 | 劳动保障 | 2 wd | 30
fraud | 诈骗、传销、治安线索 | areaPolice | 24 ch | 30
hardship | 困难求助、独居老人、残疾人 | communityWorker | 1 wd | 30
policy | 政策咨询、办事 | communityWorker | 2 wd | –
complaint | 对物业、网格员、部门的意见 | communityWorker | 5 wd | –
other | 其他 | gridWorker | 5 wd | 50`

const kinds = { workingHours: 'wh', workingDays: 'wd', clockHours: 'ch' } as const

test('the classes are the agreed 25, in order, with their limits and radii', () => {
  const written = issueClasses.map(({ code, name, responsible, limit }) =>
    [
      code,
      name,
      typeof responsible === 'object' ? responsible.department : responsible,
      `${limit.amount} ${kinds[limit.kind]}`,
      duplicateRadiusOf(code, defaultIssueSettings) ?? '–',
    ].join(' | '),
  )
  expect(written).toEqual(agreed.trim().split('\n'))
  expect(written).toHaveLength(25)
})

test('nine classes never reach the public list, four of them only those who handle them', () => {
  const codes = (keep: (issueClass: (typeof issueClasses)[number]) => boolean) =>
    issueClasses
      .filter(keep)
      .map(({ code }) => code)
      .sort()
  expect(codes(({ isPublic }) => !isPublic)).toEqual(
    ['dispute', 'labour', 'fraud', 'hardship', 'policy', 'noise', 'pets', 'complaint', 'other'].sort(),
  )
  expect(codes(({ isPrivate }) => isPrivate)).toEqual(['complaint', 'dispute', 'fraud', 'hardship', 'labour'])
  expect(codes(({ isPrivate, isPublic }) => isPrivate && isPublic)).toEqual([])
  expect(codes(({ photoPolicy }) => photoPolicy === 'never')).toEqual(
    ['policy', 'noise', 'dispute', 'labour', 'fraud', 'hardship', 'complaint'].sort(),
  )
})

test('where life is at stake the number comes before the form', () => {
  const numbersOf = (code: string) => classOf(code)?.emergency?.numbers.map(({ number }) => number)
  for (const code of ['pipes', 'odourPests']) {
    expect(classOf(code)?.emergency?.advice).toMatch(/关阀门.*开窗.*离开.*拨打/)
    expect(numbersOf(code)).toContain('119')
  }
  for (const code of ['lift', 'fireLane', 'charging']) expect(numbersOf(code)).toContain('119')
  for (const code of ['fraud', 'fallingObject', 'dispute']) expect(numbersOf(code)).toContain('110')
  expect(numbersOf('hardship')).toContain('120')
  expect(classOf('policy')?.emergency).toBeNull()
})

test('a code that is no class gives null, whatever an object happens to inherit', () => {
  for (const code of ['', 'nothing', 'constructor', '__proto__', 'toString', 'Litter']) expect(classOf(code)).toBeNull()
})

test('limits and responsible posts read as Chinese', () => {
  expect(issueClasses.slice(0, 2).map(({ limit }) => limitLabel(limit))).toEqual(['4 个工作小时', '2 个工作日'])
  expect(limitLabel(classOf('lift')!.limit)).toBe('4 个工作小时')
  expect(limitLabel(classOf('road')!.limit)).toBe('24 小时')
  expect(responsibleLabel(classOf('illegalBuild')!)).toBe('综合行政执法部门')
  expect(responsibleLabel(classOf('litter')!)).toBe('专职网格员')
  expect(responsibleLabel(classOf('complaint')!)).toMatch(/除外/)
})

test('every class has plain words and initials to be found by', () => {
  for (const { keywords } of issueClasses) {
    expect(keywords.length).toBeGreaterThanOrEqual(6)
    expect(keywords.length).toBeLessThanOrEqual(13)
    expect(new Set(keywords).size).toBe(keywords.length)
    expect(keywords.some((keyword) => /^[a-z]+$/.test(keyword))).toBe(true)
  }
})

test.each([
  ['', 'litter'],
  ['垃圾', 'litter'],
  ['电梯', 'lift'],
  ['ldjf', 'labour'],
  ['sdlj', 'illegalBuild'],
  ['LTC', 'parking'],
  ['楼道里有人堆东西', 'fireLane'],
  ['楼上半夜太吵了', 'noise'],
  ['暖气不热', 'pipes'],
  ['老板拖欠工资', 'labour'],
  ['小区里有人遛狗不拴绳', 'pets'],
  ['井盖没了', 'road'],
  ['电瓶车推进电梯充电', 'charging'],
  ['qqqqqq', null],
])('typing “%s” finds %s first', (typed, code) => {
  expect(searchClasses(typed)[0]?.code ?? null).toBe(code)
})

test('nothing typed offers every class in order', () => {
  expect(searchClasses('  ')).toEqual(issueClasses)
})
