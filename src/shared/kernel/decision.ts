/**
 * An expected "no", as a value. Rules return it instead of throwing, so that every caller has to look at it,
 * and so that the same rule can grey out a button on a page and refuse a call on the server.
 */
export interface Refusal<Code extends string = string> {
  readonly refused: Code
  /** For a refusal that concerns single inputs: the field and the sentence a person reads beside it. */
  readonly fields?: Readonly<Record<string, string>>
}

/** Makes a refusal. The sentence for the code stands in the contract; only field sentences travel along. */
export const refuse = <Code extends string>(code: Code, fields?: Record<string, string>): Refusal<Code> =>
  fields ? { refused: code, fields } : { refused: code }

/** Tells a refusal from a decision. Decisions are objects without a `refused` key, which no document has. */
export const isRefusal = (decision: unknown): decision is Refusal =>
  typeof decision === 'object' && decision !== null && 'refused' in decision
