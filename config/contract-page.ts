import type { contractDocument } from './contract-document'

type Contracts = ReturnType<typeof contractDocument>
type Schema = Readonly<Record<string, unknown>>

/** Text that means itself inside HTML, in an element as well as in an attribute. */
const escape = (text: unknown): string => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const kinds: Record<string, string> = { query: '查询', command: '命令' }

/** A shape in a few words: its type, and what it must keep to. */
const wordsOf = (schema: Schema): string => {
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if ('const' in schema) return JSON.stringify(schema.const)
  const limits = ['format', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern']
    .filter((name) => schema[name] !== undefined && Math.abs(Number(schema[name])) !== Number.MAX_SAFE_INTEGER)
    .map((name) => `${name} ${schema[name]}`)
  return [[schema.type ?? '任意'].flat().join(' | '), ...limits].join('，')
}

/** A shape as a nested list; what is only named elsewhere is shown by its name. */
const listOf = (schema: Schema): string => {
  if (typeof schema.$ref === 'string') return `<span>${escape(schema.$ref)}</span>`
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (choices) return `<span>其中之一</span><ul>${choices.map((one) => `<li>${listOf(one)}</li>`).join('')}</ul>`
  if (schema.type === 'array') {
    const items = (schema.prefixItems ?? [schema.items || {}]) as Schema[]
    return `<span>列表</span><ul>${items.map((one) => `<li>${listOf(one)}</li>`).join('')}</ul>`
  }
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  if (fields.length === 0) return `<span>${escape(wordsOf(schema))}</span>`
  const required = (schema.required ?? []) as string[]
  const lines = fields.map(
    ([name, field]) =>
      `<li><code>${escape(name)}</code>${required.includes(name) ? '' : ' <span class="soft">可省</span>'} ${listOf(field)}</li>`,
  )
  return `<ul>${lines.join('')}</ul>`
}

const capabilityOf = ({
  name,
  kind,
  summary,
  roles,
  input,
  output,
  refusals,
}: Contracts['capabilities'][number]): string => `
<details class="capability" id="${escape(name)}">
<summary><strong>${escape(summary)}</strong> <code>${escape(name)}</code> <span class="soft">${escape(kinds[kind] ?? kind)} · ${escape(roles.join(' '))}</span></summary>
<h3>输入</h3>${listOf(input as Schema)}
<h3>输出</h3>${listOf(output as Schema)}
<h3>拒绝</h3><ul>${refusals.map(({ code, message }) => `<li><code>${escape(code)}</code> ${escape(message)}</li>`).join('')}</ul>
</details>`

/**
 * What `GET /contracts` says, as a page to read: every capability by its Chinese title, with its shapes and its refusals.
 * Readable without scripts; with them, it can be searched.
 */
export const contractPage = ({ capabilities }: Contracts): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>能力一览</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dev/console.css">
<script src="/dev/filter.js" defer></script>
</head>
<body>
<header><h1>能力一览</h1><p>同样的内容，给程序读：<a href="/contracts">/contracts</a>；本地云：<a href="/dev">控制台</a></p></header>
<main>
<label>查找（名称、标题、字段、拒绝码）<input type="search" data-search=".capability" autocomplete="off"></label>
<p role="status" aria-live="polite"><span data-count>${capabilities.length}</span> 项</p>
<h2>全部能力</h2>
${capabilities.map(capabilityOf).join('')}
</main>
</body>
</html>
`
