import * as z from 'zod'
import { command } from '../kernel/capability'
import { fileId, instant } from '../kernel/shapes'
import { photosMax } from '../kernel/vocabulary'

/** Sentences shared by every capability that takes photos. */
export const photoRefusals = {
  FILE_TOO_LARGE: '照片太大，请压缩到 1 MB 以内、边长 4096 像素以内',
  FILE_NOT_AN_IMAGE: '这个文件不是照片，请上传 JPEG、PNG 或 WebP 图片',
  FILE_NOT_YOURS: '有照片不是您上传的，或已失效，请重新上传',
} as const

/** Photos that go with something; each may be used once. */
export const photoIds = z
  .array(fileId)
  .max(photosMax, `最多 ${photosMax} 张照片`)
  .refine((ids) => new Set(ids).size === ids.length, '照片重复了')
  .default([])

export const files = {
  beginUpload: command({
    summary: '取得一张照片的上传地址；之后把原始字节发到该地址',
    roles: ['signedIn'],
    input: z.strictObject({
      purpose: z.enum(['issue', 'progress', 'result', 'avatar', 'activity', 'reward', 'consent']),
      bytes: z.number().int('大小必须是整数').positive('文件是空的'),
      contentType: z.string().max(100),
    }),
    output: z.object({
      fileId,
      method: z.literal('PUT'),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresAt: instant,
    }),
    refusals: { FILE_TOO_LARGE: photoRefusals.FILE_TOO_LARGE, FILE_NOT_AN_IMAGE: photoRefusals.FILE_NOT_AN_IMAGE },
  }),
}
