import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
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

type Props = { id: string; householdId: string | undefined; onDone: () => void }

/** A paper somebody else has signed: its photo, what it says, who signed and who saw it. */
export function PaperForm({ id, householdId, onDone }: Props) {
  const [answer, setAnswer] = useState<Said | null>(null)
  const [as, setAs] = useState<SignsAs>('proprietor')
  const [signerName, setSigner] = useState('')
  const [witnessName, setWitness] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('consent')
  const command = useCommand('consents.enterPaperAnswer')

  const missing = (): Record<string, string> => ({
    ...(householdId ? {} : { household: '请先选到门牌号' }),
    ...(photos.held.length > 0 ? {} : { fileIds: '请拍下纸质签字' }),
    ...(answer ? {} : { answer: '请按纸上写的选择' }),
    ...(signerName.trim() ? {} : { signerName: '请填写签字人' }),
    ...(witnessName.trim() ? {} : { witnessName: '请填写见证人' }),
  })
  const send = async () => {
    const found = missing()
    setErrors(found)
    setProblem(found.household)
    if (!answer || !householdId || Object.keys(found).length > 0) return showFirstError()
    setWorking(true)
    try {
      const fileIds = await photos.settle()
      if (!fileIds) return setProblem('有照片没有传上去，请点按照片重试，或先删掉')
      const { label } = await command.mutateAsync({ id, householdId, answer, signerName, as, witnessName, fileIds })
      toast(`已录入：${label}`)
      onDone()
    } catch (error) {
      const failed = error as CallError
      setProblem(problemOf(failed))
      setErrors(failed.fields)
      if (failed.code.startsWith('FILE_')) photos.resend()
    } finally {
      setWorking(false)
    }
  }
  return (
    <View>
      <PhotoInput label="纸质签字的照片" photos={photos} required error={errors.fileIds} />
      <Choice
        label="纸上的意见"
        required
        options={saidOptions}
        value={answer}
        error={errors.answer}
        onChange={setAnswer}
      />
      <Field label="签字人" required maxLength={20} value={signerName} error={errors.signerName} onChange={setSigner} />
      <Choice label="签字人是" options={signsAsOptions} value={as} onChange={setAs} />
      <Field
        label="见证人"
        required
        maxLength={20}
        help="在场看着签字的人，不能是签字人自己"
        value={witnessName}
        error={errors.witnessName}
        onChange={setWitness}
      />
      <Submit words="录入" busy={isWorking} problem={problem} onPress={() => void send()} />
    </View>
  )
}
