'use strict'

// The console of a local cloud. Everything shown came from documents and calls, that is from anybody: it becomes text,
// never markup.
const at = (id) => document.getElementById(id)
const PAGE = 20
let state = { personas: [], collections: [], timers: [] }
let page = 0

/** An element with text or elements in it. */
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value)
    else element.setAttribute(key, value)
  }
  element.append(...children.map((child) => (child instanceof Node ? child : String(child ?? ''))))
  return element
}
const show = (id, ...children) => at(id).replaceChildren(...children)
const tell = (words, isBad = false) => {
  at('status').textContent = words
  at('status').className = isBad ? 'bad' : ''
}
const table = (heads, rows) =>
  make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, head)))),
    make('tbody', {}, ...rows.map((cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell))))),
  )
const local = (instant) => (instant ? new Date(instant).toLocaleString('zh-CN', { hour12: false }) : '—')

const ask = async (path, body) => {
  const answer = await fetch(
    path,
    body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  )
  const told = await answer.json()
  if (!answer.ok || told.ok === false) throw new Error(told.error?.message ?? `没有答复（${answer.status}）`)
  return told
}
/** Whatever goes wrong is said at the top, where a screen reader hears it too. */
const trying =
  (work) =>
  async (...given) => {
    try {
      await work(...given)
    } catch (error) {
      tell(error.message, true)
    }
  }

const takeToken = trying(async ({ id, name }) => {
  const { token, expiresAt } = await ask('/dev/session', { persona: id })
  at('token').value = token
  await navigator.clipboard?.writeText(token).catch(() => undefined)
  tell(`已取得 ${name ?? id} 的令牌，有效到 ${local(expiresAt)}`)
})

const showPeople = () => {
  const wanted = at('people-search').value.trim().toLowerCase()
  const found = state.personas.filter((person) => JSON.stringify(person).toLowerCase().includes(wanted))
  show(
    'people-list',
    table(
      ['姓名', '标识', '角色', '令牌'],
      found.map((person) => [
        person.name ?? '',
        make('code', {}, person.id),
        [person.roles ?? []].flat().join(' '),
        make('button', { type: 'button', click: () => takeToken(person) }, '取令牌'),
      ]),
    ),
  )
}

const showDocuments = trying(async () => {
  const collection = at('collection').value
  if (!collection) return show('documents-list', '没有集合')
  const query = new URLSearchParams({ collection, search: at('documents-search').value, page })
  const { total, documents } = await ask(`/dev/documents?${query}`)
  at('documents-count').textContent = `共 ${total} 条，第 ${page + 1} / ${Math.max(1, Math.ceil(total / PAGE))} 页`
  at('previous').disabled = page === 0
  at('next').disabled = (page + 1) * PAGE >= total
  show(
    'documents-list',
    ...documents.map((document) =>
      make(
        'details',
        {},
        make(
          'summary',
          {},
          make('code', {}, typeof document._id === 'string' ? document._id : JSON.stringify(document._id)),
        ),
        make('pre', {}, JSON.stringify(document, null, 2)),
      ),
    ),
  )
})

const showOutbox = trying(async () => {
  if (!state.hasOutbox) return show('outbox-list', '这个项目没有发件箱')
  const { messages } = await ask('/dev/outbox')
  const shown = messages.slice(-50).reverse()
  show(
    'outbox-list',
    ...(shown.length ? shown.map((message) => make('pre', {}, JSON.stringify(message, null, 2))) : ['空的']),
  )
})

const runJob = trying(async (name) => {
  const { data } = await ask('/dev/jobs', { name })
  tell(`任务 ${name} 已运行：${JSON.stringify(data)}`)
  await refresh()
})
const showJobs = () =>
  show(
    'jobs-list',
    state.timers.length
      ? table(
          ['任务', '定时（秒 分 时 日 月 星期 年）', '下次运行', '运行'],
          state.timers.map(({ name, cron, nextRun }) => [
            make('code', {}, name),
            make('code', {}, cron),
            local(nextRun),
            make('button', { type: 'button', 'aria-label': `现在运行 ${name}`, click: () => runJob(name) }, '现在运行'),
          ]),
        )
      : '没有定时任务',
  )

const showCalls = trying(async () => {
  const { calls } = await ask('/dev/calls')
  show(
    'calls-list',
    calls.length
      ? table(
          ['时间', '能力', '谁', '毫秒', '结果'],
          calls.map(({ at: when, capability, actor, ms, outcome }) => [
            local(when),
            make('code', {}, capability),
            actor ?? '（未登录）',
            ms,
            outcome === 'ok' ? '成功' : make('span', { class: 'bad' }, outcome),
          ]),
        )
      : '还没有调用',
  )
})

const moveClock = trying(async (change) => {
  const { now } = await ask('/dev/clock', change)
  tell(`时钟已拨到 ${local(now)}`)
  await refresh()
})

const refresh = trying(async () => {
  state = await ask('/dev/state')
  at('environment').textContent = `环境 ${state.envId} · ${state.functions.join('、')}`
  at('now').textContent = local(state.now)
  at('now').dateTime = state.now
  const chosen = at('collection').value
  show(
    'collection',
    ...state.collections.map(({ name, documents }) => make('option', { value: name }, `${name}（${documents}）`)),
  )
  if (chosen) at('collection').value = chosen
  showPeople()
  showJobs()
  await Promise.all([showDocuments(), showOutbox(), showCalls()])
})

const turn = (by) => () => {
  page += by
  void showDocuments()
}
at('people-search').addEventListener('input', showPeople)
at('documents-form').addEventListener('submit', (event) => {
  event.preventDefault()
  page = 0
  void showDocuments()
})
at('collection').addEventListener('change', () => {
  page = 0
  void showDocuments()
})
at('previous').addEventListener('click', turn(-1))
at('next').addEventListener('click', turn(1))
at('calls-again').addEventListener('click', showCalls)
at('clock-form').addEventListener('submit', (event) => {
  event.preventDefault()
  void moveClock({ at: new Date(at('clock-at').value).toISOString() })
})
for (const button of document.querySelectorAll('[data-seconds]'))
  button.addEventListener('click', () => moveClock({ advanceSeconds: Number(button.dataset.seconds) }))
void refresh()
