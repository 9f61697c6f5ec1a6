import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { atField, photoFaults } from '@/features/forms/at-field'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import { answerNames, answers, type AnswerCode } from '@/shared/kernel/consents'
import { showFirstError } from '@/ui/bring-into-view'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { toast } from '@/ui/toast'

type Said = AnswerCode | 'withdrawal'
type SignsAs = 'proprietor' | 'proxy'
const saidOptions: readonly { value: Said; label: string }[] = [
  ...answers.map((value) => ({ value, label: answerNames[value] })),
  { value: 'withdrawal', label: '撤回原来的意见' },
]
export const signsAsOptions = [
  { value: 'proprietor' as const, label: '业主本人' },
  { value: 'proxy' as const, label: '持书面委托的人' },
]

/** Which input a refusal is about. */
const fieldOf = {
  ...photoFaults('fileIds'),
  PAPER_WITHOUT_PHOTO: 'fileIds',
  PAPER_LETTER_MISSING: 'fileIds',
  PAPER_OWN_HOUSEHOLD: 'signerName',
  PAPER_OTHER_SIGNER: 'signerName',
  PAPER_WITNESS_IS_SIGNER: 'witnessName',
  PAPER_WITNESS_IS_ENTERER: 'witnessName',
  ANSWER_NONE: 'answer',
}

type Props = { id: string; householdId: string; onDone: () => void }

/**
 * A paper somebody else has signed: its photo, what it says, who signed and who saw it. Names outlive its closing; what the paper says is
 * read off it again.
 */
export function PaperForm({ id, householdId, onDone }: Props) {
  const [answer, setAnswer] = useState<Said | null>(null)
  const form = useHalfWritten(`paper ${id} ${householdId}`, { signerName: '', witnessName: '' })
  const { signerName, witnessName } = form.words
  const [as, setAs] = useState<SignsAs>('proprietor')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('consent')
  const command = useCommand('consents.enterPaperAnswer', form.forget)

  const mended = (...names: string[]) =>
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))))
  const { length } = photos.held
  useEffect(() => setErrors(({ fileIds: _mended, ...others }) => others), [length])
  const missing = (): Record<string, string> => ({
    ...(length > 0 ? {} : { fileIds: '请拍下纸质签字' }),
    ...(answer ? {} : { answer: '请按纸上写的选择' }),
    ...(signerName.trim() ? {} : { signerName: '请填写签字人' }),
    ...(witnessName.trim() ? {} : { witnessName: '请填写见证人' }),
  })
  const send = async () => {
    const found = missing()
    setErrors(found)
    setProblem(undefined)
    if (!answer || Object.keys(found).length > 0) return showFirstError()
    setWorking(true)
    try {
      const fileIds = await photos.settle()
      if (!fileIds) return setProblem('有照片没有传上去，请点按照片重试，或先删掉')
      const { label } = await command.mutateAsync({ id, householdId, answer, signerName, as, witnessName, fileIds })
      toast(`已录入：${label}`)
      onDone()
    } catch (error) {
      const failed = atField(error as CallError, fieldOf)
      setProblem(problemOf(failed))
      setErrors(failed.fields)
      showFirstError()
      if (failed.code === 'FILE_NOT_YOURS') photos.resend()
    } finally {
      setWorking(false)
    }
  }
  return (
    <View>
      <TakenUp form={form} />
      <PhotoInput label="纸质签字的照片" photos={photos} required error={errors.fileIds} />
      <Choice
        label="纸上的意见"
        required
        options={saidOptions}
        value={answer}
        error={errors.answer}
        onChange={(chosen) => {
          mended('answer')
          setAnswer(chosen)
        }}
      />
      <Field
        label="签字人"
        required
        maxLength={20}
        value={signerName}
        error={errors.signerName}
        onChange={(typed) => {
          mended('signerName', 'witnessName')
          form.write({ signerName: typed })
        }}
      />
      <Choice label="签字人是" options={signsAsOptions} value={as} onChange={setAs} />
      <Field
        label="见证人"
        required
        maxLength={20}
        help="在场看着签字的人，不能是签字人自己"
        value={witnessName}
        error={errors.witnessName}
        onChange={(typed) => {
          mended('witnessName')
          form.write({ witnessName: typed })
        }}
      />
      <Submit words="录入" busy={isWorking} problem={problem} onPress={() => void send()} />
    </View>
  )
}
