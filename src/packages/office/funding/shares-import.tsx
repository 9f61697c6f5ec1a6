import { View } from '@tarojs/components'
import { call } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { Submit } from '@/features/forms/submit'
import { CellProblems } from '@/features/sheets/cell-problems'
import { useSheetImport } from '@/features/sheets/use-sheet-import'
import { yuanWords } from '@/shared/kernel/money'
import { Button } from '@/ui/button'
import { Banner, Facts } from '@/ui/card'
import { Sheet } from '@/ui/sheet'

/** Brings areas, amounts and exemptions from a table: first what it would change, then the change. */
export function SharesImport({ projectId }: { projectId: string }) {
  const command = useCommand('projects.importShares')
  const work = useSheetImport(
    ({ name, content }) => call('projects.checkShares', { projectId, fileName: name, content }),
    async ({ name, content }) => {
      const { isChanged, changed } = await command.mutateAsync({ projectId, fileName: name, content })
      return isChanged ? `已导入，改动 ${changed} 户` : '和现有的一样，没有改动'
    },
  )
  const { checked } = work
  const isWrong = checked !== null && checked.problems.length > 0
  return (
    <View>
      {work.problem && !checked && (
        <Banner tone="danger" urgent>
          {work.problem}
        </Banner>
      )}
      <Button
        block
        tone="secondary"
        icon="list"
        loading={work.isReading}
        loadingText="正在读表…"
        onPress={() => void work.choose()}
      >
        导入各户面积和金额
      </Button>
      {checked && (
        <Sheet
          open
          title={isWrong ? '表里有填得不对的格子' : '导入各户'}
          onClose={work.close}
          actions={
            isWrong ? (
              <Submit
                words="改好后重新选择"
                busy={work.isReading}
                problem={work.problem}
                onPress={() => void work.choose()}
              />
            ) : (
              <Submit
                words="确认导入"
                busy={work.isImporting}
                problem={work.problem}
                onPress={() => void work.bring()}
              />
            )
          }
        >
          <View>
            {isWrong ? (
              <CellProblems problems={checked.problems} />
            ) : (
              <Facts
                items={[
                  { label: '文件', value: work.fileName },
                  { label: '表里', value: `${checked.count} 户` },
                  { label: '会改动', value: checked.changed > 0 ? `${checked.changed} 户` : '没有，和现有的一样' },
                  { label: '合计', value: yuanWords(checked.sumFen) },
                ]}
              />
            )}
          </View>
        </Sheet>
      )}
    </View>
  )
}
