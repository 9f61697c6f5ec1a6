import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { editDraft, openDraft } from '@/client/drafts'
import { useCommand } from '@/client/hooks'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { toast } from '@/ui/toast'

/** A new report of the same thing at the same place, which names the one before; what was being written stays. */
const reportAgain = ({ id, code, classCode, place }: IssueDetail) => {
  const draft = openDraft()
  const words = `${code} 那件事又坏了：`
  editDraft(draft.id, {
    classCode,
    follows: { id, code },
    text: draft.text ? `${words}${draft.text}` : words,
    ...(place.buildingId ? { place: { buildingId: place.buildingId }, placeLabel: place.label } : {}),
  })
  void Taro.switchTab({ url: '/pages/report/index' })
}

/** Four weeks after closing: has it held? And where it has not, the way to report it anew. */
export function FollowUp({ issue }: { issue: IssueDetail }) {
  const command = useCommand('issues.answerFollowUp')
  const answer = (said: 'lasting' | 'brokeAgain') =>
    command.mutate(
      { id: issue.id, answer: said },
      { onSuccess: () => toast('谢谢您告诉我们'), onError: (error) => toast(error.message) },
    )
  if (issue.canAnswerFollowUp)
    return (
      <Card tone="primary" title="办结四周了，还好吗？">
        <View className="issue-follow-up">
          <Button block loading={command.isPending} onPress={() => answer('lasting')}>
            还好
          </Button>
          <Button block tone="secondary" loading={command.isPending} onPress={() => answer('brokeAgain')}>
            又坏了
          </Button>
        </View>
      </Card>
    )
  const isPastReopening = issue.state === 'closed' && !issue.moves.some(({ move }) => move === 'reopen')
  if (!issue.isMine || !(issue.followUp?.answer === 'brokeAgain' || (isPastReopening && !issue.followUp))) return null
  return (
    <Card tone="warn" title={issue.followUp ? '又坏了，请再报一件' : '又坏了？可以再报一件'}>
      过了重新打开的期限，要另报一件。地点、类别和原来的编号已替您填好，您再说说现在的样子。
      <View className="issue-follow-up">
        <Button block icon="edit" onPress={() => reportAgain(issue)}>
          再报一件
        </Button>
      </View>
    </Card>
  )
}
