export default definePageConfig({ navigationBarTitleText: '积分总账', enablePullDownRefresh: true })
