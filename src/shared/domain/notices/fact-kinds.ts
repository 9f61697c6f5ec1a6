import type { IssueEntry } from '../issues/issue'

const factKinds = ['extensionAsked', 'extensionAgreed', 'extensionRefused', 'supervised', 'supervisionEnded'] as const

/** Lines of a history that are facts beside the state (延期、督办); who is told of them stands in `fact-notices.ts`. */
export type FactKind = (typeof factKinds)[number]

export const isFact = (kind: IssueEntry['kind']): kind is FactKind => factKinds.some((fact) => fact === kind)
