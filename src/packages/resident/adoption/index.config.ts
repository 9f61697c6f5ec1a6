export default definePageConfig({ navigationBarTitleText: '认养详情', enablePullDownRefresh: true })
