/** What a subscribe message (订阅消息) can be about. */
export const templateKeys = ['issueProgress', 'staffTask'] as const
export type TemplateKey = (typeof templateKeys)[number]

/** Ids by key as the environment gives them: `issueProgress=…,staffTask=…`. Whatever is not a template of ours is left out. */
export const templateIdsOf = (text: string | undefined): Partial<Record<TemplateKey, string>> =>
  Object.fromEntries(
    (text ?? '')
      .split(',')
      .map((pair) => pair.trim().split('='))
      .filter(([key, id]) => templateKeys.some((known) => known === key) && id),
  )
