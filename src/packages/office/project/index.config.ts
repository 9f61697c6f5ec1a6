export default definePageConfig({ navigationBarTitleText: '办理项目', enablePullDownRefresh: true })
