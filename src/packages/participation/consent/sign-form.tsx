import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { makeRequestId } from '@/client/request-id'
import { uploadPhoto } from '@/client/upload'
import { atField, photoFaults } from '@/features/forms/at-field'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import { answerNames, answers, notesKeptYears, type AnswerCode } from '@/shared/kernel/consents'
import { showFirstError } from '@/ui/bring-into-view'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { FieldHead, FieldNotes } from '@/ui/field'
import { SignaturePad } from '@/ui/signature-pad'
import type { PadHandle } from '@/ui/signature-pad.types'
import { isBlank, strokeUndone, type Strokes } from '@/ui/strokes'
import { toast } from '@/ui/toast'
import type { Mine } from '../words'
import './sign-form.scss'

/** Which input a refusal is about. */
const fieldOf = { ...photoFaults('letter'), PROXY_LETTER_MISSING: 'letter' }

type Props = { id: string; mine: Mine; link: string | undefined; onDone?: () => void }

/** Three equal answers, none of them chosen beforehand, and a name by hand. */
export function SignForm({ id, mine, link, onDone }: Props) {
  const pad = useRef<PadHandle>(null)
  const [answer, setAnswer] = useState<AnswerCode | null>(null)
  const [strokes, setStrokes] = useState<Strokes>([])
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const letters = usePhotos('consent')
  const command = useCommand('consents.answerConsent')
  const isProxy = mine.signsAs === 'proxy'

  const missing = (): Record<string, string> => ({
    ...(answer ? {} : { answer: '请选择同意、不同意或弃权' }),
    ...(isBlank(strokes) ? { signature: '请在方框里签上姓名' } : {}),
    ...(isProxy && letters.held.length === 0 ? { letter: '请拍下业主的书面委托' } : {}),
  })
  const send = async () => {
    const found = missing()
    setErrors(found)
    setProblem(undefined)
    if (!answer || Object.keys(found).length > 0) return showFirstError()
    setWorking(true)
    try {
      const drawing = await pad.current?.toFile()
      const letterFileIds = isProxy ? await letters.settle() : []
      if (!drawing || !letterFileIds) return setProblem('签名或照片没有传上去，请再试一次')
      const photo = { key: makeRequestId(), ...drawing, contentType: 'image/png' } as const
      const signatureFileId = await uploadPhoto(photo, 'consent')
      await command.mutateAsync({ id, answer, signatureFileId, letterFileIds, ...(link ? { link } : {}) })
      toast(`已签字：${answerNames[answer]}`)
      onDone?.()
    } catch (error) {
      const failed = isProxy ? atField(error as CallError, fieldOf) : (error as CallError)
      setProblem(problemOf(failed))
      setErrors(failed.fields)
      showFirstError()
      if (failed.code === 'FILE_NOT_YOURS') letters.resend()
    } finally {
      setWorking(false)
    }
  }
  return (
    <Card>
      <Choice
        label={mine.linkName ? '这一户的意见' : '您家的意见'}
        required
        layout="list"
        options={answers.map((value) => ({ value, label: answerNames[value] }))}
        value={answer}
        error={answer ? undefined : errors.answer}
        onChange={setAnswer}
      />
      {isProxy && <PhotoInput label="业主的书面委托" photos={letters} max={3} required error={errors.letter} />}
      <View className="ui-field">
        <FieldHead label="手写签名" required />
        <SignaturePad ref={pad} label="签名区，请用手指或笔写下姓名" strokes={strokes} onChange={setStrokes} />
        <View className="sign-tools">
          <Button size="small" tone="ghost" disabled={strokes.length === 0} onPress={() => setStrokes(strokeUndone)}>
            撤销一笔
          </Button>
          <Button size="small" tone="ghost" disabled={strokes.length === 0} onPress={() => setStrokes([])}>
            清空重签
          </Button>
        </View>
        <FieldNotes
          id="signature"
          help={`签名只作为本次征询的凭据，不公开，结果公布满 ${notesKeptYears} 年后删除。`}
          error={isBlank(strokes) ? errors.signature : undefined}
        />
      </View>
      <Submit words="提交签字" busy={isWorking} problem={problem} onPress={() => void send()} />
      {onDone && (
        <Button block tone="ghost" disabled={isWorking} onPress={onDone}>
          不改了，留着原来的
        </Button>
      )}
    </Card>
  )
}
