import * as z from 'zod'
import { roles, scopeKinds } from './roles'

/** Identifiers are ours and plain, so that nothing a person types can pass for a query or a path. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_:-]{0,79}$/, '编号格式不正确')

/** Names one stored file: the address CloudBase gives it. */
export const fileId = z
  .string()
  .max(300, '文件编号过长')
  .regex(/^cloud:\/\/[A-Za-z0-9.-]+\/[A-Za-z0-9/_.-]+$/, '文件编号格式不正确')

/** An instant, ISO 8601 in UTC with `Z`. */
export const instant = z.iso.datetime({ error: '时间格式不正确' })

/**
 * A calendar day in the community's time zone, YYYY-MM-DD. Not before 1900, nor in the last year of four digits: days are counted on
 * and compared as text, and beyond it the next day is no longer greater.
 */
export const day = z.iso
  .date({ error: '日期格式不正确' })
  .refine((typed) => typed >= '1900' && typed < '9999', '日期超出范围')

/** A place on earth in GCJ-02 (国测局坐标), degrees. Any other datum is refused, not guessed. */
export const point = z.strictObject({
  datum: z.literal('gcj02', { error: '坐标系必须是 gcj02' }),
  longitude: z.number({ error: '经度必须是数字' }).min(-180, '经度超出范围').max(180, '经度超出范围'),
  latitude: z.number({ error: '纬度必须是数字' }).min(-90, '纬度超出范围').max(90, '纬度超出范围'),
})
export type Point = z.infer<typeof point>

export const role = z.enum(roles)

export const scope = z.strictObject({ kind: z.enum(scopeKinds), id })

/** Where the next page starts: opaque to the caller, absent on the first and after the last page. */
export const cursor = z.string().max(200, '翻页标记过长').optional()

/**
 * Control characters (C0 but the line break, C1), those that hide or turn text around (zero width, bidi, separators), and
 * halves of a character, which no database keeps.
 */
const invisible =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uD800-\uDFFF]/gu

/** Something to see: not only joiners, fillers and other characters that show nothing. */
const visible = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]/u

/** What a person wrote: trimmed, without control characters except line breaks, within a length in characters. */
export const words = (max: number, name: string) =>
  z
    .string({ error: `${name}必须是文字` })
    .meta({ minLength: 1, maxLength: max })
    .transform((typed) => typed.replace(invisible, '').trim())
    .pipe(
      z
        .string()
        .refine((text) => visible.test(text), `请填写${name}`)
        // An emoji is one character to whoever typed it and two to JavaScript.
        .refine((text) => text.length <= max || [...text].length <= max, `${name}不能超过${max}个字`),
    )

/** A rating, 1 to 5. */
export const stars = z.number().int('评分必须是整数').min(1, '评分最低 1 分').max(5, '评分最高 5 分')

/** A person as others may see them: a name and the post they act in. */
export const personName = z.object({ id, name: z.string(), role: role.optional(), roleName: z.string().optional() })
