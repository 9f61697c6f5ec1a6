import type * as z from 'zod'
import type { Role } from './roles'

/**
 * Who may call: role codes, or one of these. `anyone` needs no identity; `signedIn` needs an identity but no
 * record (a newcomer has none yet); the rest are decided by the handler, because they depend on the subject.
 */
export type Access = Role | 'anyone' | 'signedIn' | 'self' | 'reporter' | 'owner' | 'lead'

/** Refusals every capability may answer, with the sentence a person reads. */
export const commonRefusals = {
  UNAUTHENTICATED: '请先登录后再操作',
  NOT_FOUND: '没有找到这项内容，可能已被删除或您无权查看',
  FORBIDDEN: '您的身份不能进行这项操作',
  CONFLICT: '这次提交与之前的内容不一致，请刷新后重试',
} as const

export type CommonRefusal = keyof typeof commonRefusals

/**
 * One thing the product can be asked, declared once for the server, the client, the tests and GET /contracts.
 * `input` and `output` are zod schemas; `refusals` maps each expected "no" to its Chinese sentence.
 */
export interface Contract<
  Kind extends 'query' | 'command' = 'query' | 'command',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Refusals extends Record<string, string> = Record<string, string>,
> {
  readonly kind: Kind
  readonly summary: string
  readonly roles: readonly Access[]
  readonly input: Input
  readonly output: Output
  readonly refusals: Refusals
  /** The answer is a secret that is stored nowhere, so it is not kept either: the same request again is done again. */
  readonly isSecret?: boolean
}

type Declared<I, O, R> = {
  summary: string
  roles: readonly Access[]
  input: I
  output: O
  refusals?: R
  isSecret?: boolean
}

/** Declares a capability that only reads. It gets no transaction and ignores the request id. */
export const query = <
  I extends z.ZodType,
  O extends z.ZodType,
  R extends Record<string, string> = Record<never, string>,
>(
  declared: Declared<I, O, R>,
): Contract<'query', I, O, R> => ({ kind: 'query', ...declared, refusals: declared.refusals ?? ({} as R) })

/** Declares a capability that changes something. Its request id makes twice the same as once. */
export const command = <
  I extends z.ZodType,
  O extends z.ZodType,
  R extends Record<string, string> = Record<never, string>,
>(
  declared: Declared<I, O, R>,
): Contract<'command', I, O, R> => ({ kind: 'command', ...declared, refusals: declared.refusals ?? ({} as R) })

/** What a caller sends: the parsed-from side of the schema. */
export type InputOf<C extends Contract> = z.input<C['input']>
/** What a handler reads: the parsed side of the schema. */
export type ParsedInputOf<C extends Contract> = z.output<C['input']>
/** What a caller receives. */
export type OutputOf<C extends Contract> = z.output<C['output']>
/** What a handler returns; keys the schema does not name are cut off before they leave the server. */
export type ReturnedOf<C extends Contract> = z.input<C['output']>
/** The codes a capability may answer: its own and the common four. */
export type RefusalOf<C extends Contract> = (keyof C['refusals'] & string) | CommonRefusal
