export default definePageConfig({ navigationBarTitleText: '我家的分摊', enablePullDownRefresh: true })
