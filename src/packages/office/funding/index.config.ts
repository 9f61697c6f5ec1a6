export default definePageConfig({ navigationBarTitleText: '经办自筹', enablePullDownRefresh: true })
