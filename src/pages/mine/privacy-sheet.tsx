import { View } from '@tarojs/components'
import { Sheet } from '@/ui/sheet'

const promises = [
  {
    title: '您的姓名和房号',
    words:
      '绑定住房时由您填写，只给楼长、单元长、网格员、党小组组长、党支部书记和社区工作人员看，用来确认您住在这里、把事情派给对的人。',
  },
  {
    title: '您写的和拍的',
    words:
      '用来处理您上报的事。照片保存前会去掉拍摄地点等附带信息。卫生、设施这类公共的事，文字和照片检测通过后在“邻里事项”里公开，电话等号码会遮住，不显示是谁上报的；纠纷、求助、噪音、意见这些不公开。',
  },
  {
    title: '您的位置',
    words: '只有您自己在地图上点选地点时才会用到，随上报一起保存。平时不记录您在哪里。',
  },
  {
    title: '不想留名也可以',
    words:
      '上报时打开“不向处理人公开我的姓名”，就只有社区值班人员知道是谁，方便给您回话。不打开时，物业、民警、部门和辖区单位也看不到上报人。',
  },
  {
    title: '您家的自筹缴款',
    words: '应缴、已缴和回单只有您家的人和经办人能看到，不公开各户，也不排名单。',
  },
  {
    title: '没写完的内容',
    words: '草稿和字号设置只保存在您自己的手机上。议题、提案、纪要等没有提交的，30 天不接着写就清掉。',
  },
  {
    title: '查看、改正、删除',
    words:
      '都在“我的”里的“我的信息”：看社区保存了什么，留下或删除电话，解除住房绑定，注销账号。说不清的，可以找社区值班室，电话在“我的网格”里。',
  },
]

/** What is kept and why, short enough to be read. */
export function PrivacySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} title="我们保存什么，为什么" onClose={onClose}>
      {promises.map(({ title, words }) => (
        <View key={title} className="mine-promise">
          <View className="mine-promise-title">{title}</View>
          <View>{words}</View>
        </View>
      ))}
    </Sheet>
  )
}
