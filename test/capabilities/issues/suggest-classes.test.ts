import { useWorld } from '../world'

const world = useWorld({ isRefilled: false })

const codesFor = async (text: string): Promise<string[]> =>
  (await world.ask('newcomer-1', 'issues.suggestClasses', { text })).classes.map(({ code }) => code)

test('three classes at most, the likeliest first, in words that are no keyword of it', async () => {
  expect((await codesFor('晚上黑漆漆的，下楼啥也看不见'))[0]).toBe('powerLight')
  expect(await codesFor('孩子他爹干了仨月活一分钱没见着')).toContain('labour')
  expect(await codesFor('楼道灯不亮')).toHaveLength(3)
})

test('a text in which nothing was ever seen gets no suggestion, and an empty one a sentence', async () => {
  expect(await codesFor('？？？')).toEqual([])
  await expect(world.send('newcomer-1', 'issues.suggestClasses', { text: '  ' })).resolves.toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { text: expect.any(String) } },
  })
})

test('only whoever is signed in is answered', async () => {
  await expect(world.send(null, 'issues.suggestClasses', { text: '楼道灯不亮' })).resolves.toMatchObject({
    ok: false,
    error: { code: 'UNAUTHENTICATED' },
  })
})
