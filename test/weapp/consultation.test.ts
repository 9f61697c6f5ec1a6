import { askAs } from '../support/love-bank'
import { usePhones } from '../support/phones'
import type { MiniProgram } from '../support/simulate'

jest.setTimeout(180_000)

const root = '/packages/participation'
const [desk, resident, neighbour] = ['community-worker-1', 'resident-grid-6', 'resident-grid-7'] as const
const { url, take } = usePhones()

/** The last control whose words are these. */
const press = async (phone: MiniProgram, words: string): Promise<void> =>
  phone.fire(
    await phone.waitFor(() =>
      phone
        .elements()
        .filter(
          ({ textContent, className }) => /ui-(button|option)/.test(className) && (textContent ?? '').trim() === words,
        )
        .at(-1),
    ),
    'tap',
  )

/** What the desk does at its own phone between what residents do. */
const ask = <Data>(name: string, input: object, persona: string = desk): Promise<Data> =>
  askAs<Data>(url(), persona, name, input)

test('a resident proposes; a neighbour who types the like of it stands behind it, signs in by the code of the room and votes', async () => {
  const title = '凉亭边加两张石桌'
  const proposing = await take(resident, `${root}/propose-topic/index`)
  await proposing.see('跟谁有关', 15_000)
  await proposing.type('例如：北门加一盏路灯', title)
  await proposing.type('为什么要议、希望怎么办', '凉亭边老人下棋没处放棋盘，能不能加两张石桌。')
  await press(proposing, '提交议题')
  await proposing.at('packages/participation/topic/index')
  await proposing.see('正在审核，通过后大家看得到', 15_000)
  const { topics } = await ask<{ topics: { id: string; title: string }[] }>(
    'consultations.listTopics',
    { which: 'mine' },
    resident,
  )
  const { id } = topics.find((one) => one.title === title)!
  await ask('consultations.judgeWords', { kind: 'topic', id, pass: true })

  const typing = await take(neighbour, `${root}/propose-topic/index`)
  await typing.see('跟谁有关', 15_000)
  await typing.type('例如：北门加一盏路灯', '凉亭边想要石桌')
  await typing.see('已经有人提过类似的', 15_000)
  await typing.see('凉亭边老人下棋没处放棋盘', 15_000)
  await press(typing, '附议这个')
  await typing.see('已附议', 15_000)

  await ask('consultations.takeUpTopic', { id })
  await ask('consultations.reviewTopic', { id, decision: 'accept' })
  const startsAt = new Date(Date.now() + 10 * 60_000).toISOString()
  const { meetingId } = await ask<{ meetingId: string }>('consultations.callMeeting', {
    id,
    startsAt,
    place: '凉亭',
    agenda: '放在哪里',
  })
  const arriving = await take(neighbour, `${root}/topic/index?id=${id}`)
  await arriving.see('扫会场的签到码', 15_000)
  const { meetings } = await ask<{ meetings: { id: string; code: { scan: string } }[] }>('consultations.getTopic', {
    id,
  })
  arriving.device.code = meetings.find((one) => one.id === meetingId)!.code.scan
  await press(arriving, '扫会场的签到码')
  await arriving.see('1 人，您已签到', 15_000)

  await ask('consultations.openVote', {
    id,
    by: 'person',
    question: '石桌放哪边',
    options: [
      { text: '亭子东边', arguments: [{ side: 'for', text: '有树荫' }] },
      { text: '亭子西边', arguments: [] },
    ],
    closesAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    isLive: true,
  })
  const voting = await take(neighbour, `${root}/topic/index?id=${id}`)
  await voting.see('按人表决，一人一票', 15_000)
  await voting.see('赞成：有树荫')
  await press(voting, '亭子东边')
  await press(voting, '投票')
  await voting.see('1 票', 15_000)
  await voting.see('改投', 15_000)
})
