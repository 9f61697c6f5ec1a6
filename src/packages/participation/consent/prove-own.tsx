import { sha256 } from 'js-sha256'
import { useState } from 'react'
import { copyText } from '@/client/clipboard'
import { useCapability } from '@/client/hooks'
import { checkInclusion, inclusionProblems, type Inclusion } from '@/shared/domain/consents/inclusion'
import { answerNames, channelNames, type AnswerCode } from '@/shared/kernel/consents'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { toast } from '@/ui/toast'
import type { ConsentDetail } from '../words'

type Shown = { consent: ConsentDetail; answer: AnswerCode | null; root: string }
type Props = Shown & { link: string | undefined }

/** Whoever answered can see for themselves that it was counted: the phone works out the published root from their own lines. */
export function ProveOwn({ link, ...shown }: Props) {
  const [isAsked, setAsked] = useState(false)
  const { id } = shown.consent
  const query = useCapability('consents.proveAnswer', { id, ...(link ? { link } : {}) }, { enabled: isAsked })
  const ask = () => (isAsked ? void query.refetch() : setAsked(true))
  return (
    <>
      {query.data && !query.isFetching ? (
        <Checked proof={query.data} {...shown} />
      ) : (
        <Button block tone="secondary" icon="check" loading={query.isFetching} onPress={ask}>
          核对我家算进去了没有
        </Button>
      )}
      {query.error && !query.isFetching && (
        <Banner tone="danger" urgent>
          {query.error.message}
        </Banner>
      )}
    </>
  )
}

function Checked({ proof, consent, answer, root }: Shown & { proof: Inclusion }) {
  const { problem, live, buildingName } = checkInclusion(proof, root, sha256)
  const isAsShown =
    (live?.answer ?? null) === answer && proof.title === consent.title && proof.question === consent.question
  const keep = () =>
    void copyText(JSON.stringify(proof)).then(
      () => toast('已复制，可以存下来或发给信得过的人'),
      () => toast('没有复制成功，请再试一次'),
    )
  return (
    <>
      {problem || !isAsShown ? (
        <Banner tone="danger" title="对不上" urgent>
          {`${problem ? inclusionProblems[problem] : '签过名的题目或意见和这里显示的不一样'}。请复制核对材料，交给监票人或街道核查。`}
        </Banner>
      ) : (
        <Banner tone="success" title={`算进去了，在${buildingName}`} urgent>
          {live
            ? `您家的意见是“${answerNames[live.answer]}”（${channelNames[live.channel]}）。`
            : '您家没有留下意见，也没有人替您家表态。'}
          手机从您家的记录一步步重新算，得到的根与公布的一致。
        </Banner>
      )}
      <Button block tone="ghost" onPress={keep}>
        复制核对材料
      </Button>
    </>
  )
}
