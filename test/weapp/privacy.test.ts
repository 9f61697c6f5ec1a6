import path from 'node:path'
import { jpeg } from '../support/images'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { offline } from '../support/simulate-backend'

jest.setTimeout(60_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
type Answer = { event: string; buttonId?: string }
type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void

/** WeChat's side of the question, as its documents tell it: a covered use waits until the listener has answered. */
const wechat = () => {
  let listener: Listener | undefined
  let isAgreed = false
  const answers: Answer[] = []
  return {
    answers,
    wx: {
      onNeedPrivacyAuthorization: (heard: Listener) => void (listener = heard),
      requirePrivacyAuthorize: ({ success, fail }: { success(): void; fail(error: object): void }) => {
        if (isAgreed) return success()
        if (!listener) return fail({ errMsg: 'the default dialogue, which nobody answers here' })
        listener(
          (answer) => {
            answers.push(answer)
            if (answer.event === 'exposureAuthorization') return
            isAgreed = answer.event === 'agree'
            if (isAgreed) success()
            else fail({ errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized' })
          },
          { referrer: 'requirePrivacyAuthorize' },
        )
      },
    },
  }
}

let mini: MiniProgram
let asked: ReturnType<typeof wechat>
beforeEach(async () => {
  asked = wechat()
  mini = await openMiniProgram(dist, { callFunction: offline, wx: asked.wx })
  await mini.open('/pages/report/index')
  mini.device.album = [{ bytes: jpeg({ width: 1280, height: 960 }), width: 1280, height: 960 }]
  await mini.tap('从相册选')
  await mini.see('使用前请您同意')
})
afterEach(() => {
  expect(mini.faults).toEqual([])
  mini.close()
})

test('nothing covered is used before the person agreed, and then it goes on by itself', async () => {
  expect(mini.device.log.map(({ api }) => api)).not.toContain('chooseMedia')
  await mini.fire(mini.find('#privacy-agree'), 'agreeprivacyauthorization')
  await mini.see('照片加好了')
  expect(asked.answers).toEqual([{ event: 'exposureAuthorization' }, { event: 'agree', buttonId: 'privacy-agree' }])
  expect(mini.text()).not.toContain('使用前请您同意')
})

test('refusing costs the photo, not the report', async () => {
  await mini.tap('不同意')
  await mini.see('不加照片也能上报')
  expect(asked.answers.at(-1)).toEqual({ event: 'disagree' })
  expect(mini.device.log.map(({ api }) => api)).not.toContain('chooseMedia')
  await mini.tap('没有照片，下一步')
  await mini.see('在哪儿？')
})

test('the guide can be read before answering', async () => {
  await mini.tap('查看隐私指引')
  expect(mini.device.log.map(({ api }) => api)).toContain('openPrivacyContract')
  expect(mini.text()).toContain('使用前请您同意')
})

test('a question that stands when its page is left is answered with no, so that nothing hangs', async () => {
  const { wx } = globalThis as unknown as { wx: { reLaunch(options: object): void } }
  wx.reLaunch({ url: '/pages/home/index' })
  await mini.at('/pages/home/index')
  await mini.waitFor(() => asked.answers.at(-1)?.event === 'disagree')
})

test('an open sheet makes WeChat ask before the page is left, and no longer once it is closed', async () => {
  const told = () => mini.device.log.map(({ api }) => api).filter((api) => api.includes('AlertBeforeUnload'))
  expect(told()).toEqual(['enableAlertBeforeUnload'])
  await mini.tap('不同意')
  await mini.waitFor(() => told().length === 2)
  expect(told()).toEqual(['enableAlertBeforeUnload', 'disableAlertBeforeUnload'])
})
