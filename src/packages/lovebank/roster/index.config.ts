export default definePageConfig({ navigationBarTitleText: '带队屏幕', enablePullDownRefresh: true })
