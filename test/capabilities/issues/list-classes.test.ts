import { useWorld } from '../world'

const world = useWorld({ isRefilled: false })

test('anybody may read what can be reported, signed in or not', async () => {
  const strangers = await world.send(null, 'issues.listClasses', {})
  const residents = await world.send('resident-grid-6', 'issues.listClasses', {})
  expect(strangers.ok).toBe(true)
  expect(strangers).toEqual(residents)
})

test('the 25 classes say who answers, how long it may take, and whom to ring first', async () => {
  const { classes } = await world.ask('newcomer-1', 'issues.listClasses', {})
  expect(classes).toHaveLength(25)
  const classOf = (code: string) => classes.find((one) => one.code === code)
  expect(classOf('litter')).toMatchObject({
    name: '暴露垃圾、乱堆乱放',
    photoPolicy: 'asked',
    limitLabel: '4 个工作小时',
    responsible: '专职网格员',
    isPublic: true,
    emergency: null,
  })
  expect(classOf('labour')).toMatchObject({ responsible: '劳动保障部门', photoPolicy: 'never', isPublic: false })
  expect(classOf('lift')!.emergency!.numbers.map(({ number }) => number)).toContain('119')
  expect(classOf('fraud')!.emergency!.numbers.map(({ number }) => number)).toContain('110')
})
