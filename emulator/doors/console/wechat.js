'use strict'

// What this cloud was asked in WeChat's place, and verdicts that wait to be delivered by hand. A classic script after console.js, whose
// names it uses.
const showWechat = trying(async () => {
  const answer = await fetch('/dev/wechat')
  if (answer.status === 404) return void (at('wechat').hidden = true)
  const { mood, behaviours, asked } = await answer.json()
  show('wechat-images', ...behaviours.map((name) => make('option', { value: name }, name)))
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
            behaviour,
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
    tell(`新照片的检测结果：${target.value}`)
  }),
)
void showWechat()
