export default definePageConfig({ navigationBarTitleText: '待定的事', enablePullDownRefresh: true })
