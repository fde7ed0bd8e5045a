export default definePageConfig({ navigationBarTitleText: '收到的来信', enablePullDownRefresh: true });
