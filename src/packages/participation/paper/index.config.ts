export default definePageConfig({ navigationBarTitleText: '录入纸质签字' })
