export default definePageConfig({ navigationBarTitleText: '督办与超期', enablePullDownRefresh: true })
