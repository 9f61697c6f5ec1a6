'use strict'

// What this cloud was asked in WeChat's place, and verdicts that wait to be delivered by hand. A classic script after console.js, whose
// names it uses.
const behaviourNames = {
  pass: '通过',
  review: '拿不准，要人看',
  risky: '违规',
  late: '晚些送达',
  lost: '一直不送达',
  duplicate: '送达两次',
  failed: '取不到照片',
  busy: '检测繁忙',
  slow: '检测超时',
}
const nameOf = (behaviour) => behaviourNames[behaviour] ?? behaviour

const showWechat = trying(async () => {
  const answer = await fetch('/dev/wechat')
  if (answer.status === 404) return void (at('wechat').hidden = true)
  const { mood, behaviours, asked } = await answer.json()
  show('wechat-images', ...behaviours.map((name) => make('option', { value: name }, nameOf(name))))
  at('wechat-images').value = mood.images
  show(
    'wechat-list',
    asked.length
      ? table(
          ['时间', '问了什么', '内容', '结果', '推送', '送达'],
          asked.map(({ at: when, kind, what, traceId, behaviour, pushes, answered }) => [
            local(when),
            { text: '文字', image: '照片', message: '订阅消息' }[kind],
            what.slice(0, 120),
            nameOf(behaviour),
            traceId ? `${pushes} 次${answered === null ? '' : `，答复 ${answered}`}` : '—',
            traceId
              ? make(
                  'button',
                  { type: 'button', 'aria-label': `现在送达 ${traceId}`, click: () => deliver(traceId) },
                  '现在送达',
                )
              : '',
          ]),
        )
      : '还没有问过微信',
  )
})

const deliver = trying(async (traceId) => {
  await ask('/dev/wechat/deliver', { traceId })
  tell('检测结果已送达')
  await showWechat()
})

at('wechat-again').addEventListener('click', showWechat)
at('wechat-images').addEventListener(
  'change',
  trying(async ({ target }) => {
    await ask('/dev/wechat', { images: target.value })
    tell(`新照片的检测结果：${nameOf(target.value)}`)
  }),
)
void showWechat()
