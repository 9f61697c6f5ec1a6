import { sha256 } from 'js-sha256'
import { useState } from 'react'
import { copyText } from '@/client/clipboard'
import { useCapability } from '@/client/hooks'
import { checkInclusion, inclusionProblems, isAsRead, type Inclusion } from '@/shared/domain/consents/inclusion'
import { answerNames, channelNames } from '@/shared/kernel/consents'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { toast } from '@/ui/toast'
import type { ConsentDetail, Mine } from '../words'

type Props = { consent: ConsentDetail; mine: Mine; link: string | undefined }

/** Whoever answered can see for themselves that it was counted: the phone works out the published root from their own lines. */
export function ProveOwn({ consent, mine, link }: Props) {
  const [isAsked, setAsked] = useState(false)
  const { id } = consent
  const query = useCapability('consents.proveAnswer', { id, ...(link ? { link } : {}) }, { enabled: isAsked })
  const ask = () => (isAsked ? void query.refetch() : setAsked(true))
  return (
    <>
      {query.data && !query.isFetching ? (
        <Checked proof={query.data} consent={consent} mine={mine} home={link ? '这一户' : '您家'} />
      ) : (
        <Button block tone="secondary" icon="check" loading={query.isFetching} onPress={ask}>
          {link ? '核对这一户算进去了没有' : '核对我家算进去了没有'}
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

type Held = { proof: Inclusion; consent: ConsentDetail; mine: Mine; home: string }

function Checked({ proof, consent, mine, home }: Held) {
  const { board, result } = consent
  if (!board || !result) return null
  const found = checkInclusion(proof, result.root, sha256)
  const { problem, live, buildingName } = found
  const { answer, receipt } = mine
  const isSame = isAsRead(proof, found, { consent, board, answer, receipt })
  const keep = () =>
    void copyText(JSON.stringify(proof)).then(
      () => toast('已复制，里面有这一户的意见，只发给信得过的人'),
      () => toast('没有复制成功，请再试一次'),
    )
  return (
    <>
      {problem || !isSame ? (
        <Banner tone="danger" title="对不上" urgent>
          {`${problem ? inclusionProblems[problem] : '核对材料和这里显示的题目、票数或意见不一样'}。请复制核对材料，请街道核查；材料里有${home}的意见，不要公开。`}
        </Banner>
      ) : (
        <Banner tone="success" title={`算进去了，在${buildingName}`} urgent>
          {live
            ? `${home}的意见是“${answerNames[live.answer]}”（${channelNames[live.channel]}）。`
            : `${home}没有留下意见，也没有人代为表态。`}
          {`手机从${home}的记录一步步重新算，得到的根与公布的一致。`}
        </Banner>
      )}
      <Button block tone="ghost" onPress={keep}>
        复制核对材料
      </Button>
    </>
  )
}
