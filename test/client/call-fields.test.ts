import { call, type CallError } from '@/client/call'

const answer = { fields: {} as Record<string, string> }
jest.mock('@/client/transport', () => ({
  send: () =>
    Promise.resolve({
      ok: false,
      error: { code: 'INVALID_INPUT', message: '姓名请写两个字以上的中文名', fields: answer.fields, requestId: 'r-1' },
    }),
}))

const fieldsOf = async (fields: Record<string, string>): Promise<CallError['fields']> => {
  answer.fields = fields
  const error: unknown = await call('issues.setParties', { id: 'i-1', parties: [] }).catch((one: unknown) => one)
  return (error as CallError).fields
}

test('what is wrong with one entry of a list stands at the list too, where it was typed; the nearer sentence wins', async () => {
  expect(await fieldsOf({ 'parties.1': '不是姓名' })).toEqual({ 'parties.1': '不是姓名', parties: '不是姓名' })
  expect(await fieldsOf({ 'hours.days.0': '太早', hours: '写不全', '': '有不认识的字段' })).toEqual({
    'hours.days.0': '太早',
    'hours.days': '太早',
    hours: '写不全',
    '': '有不认识的字段',
  })
})
