export default definePageConfig({ navigationBarTitleText: '相似上报', enablePullDownRefresh: true })
