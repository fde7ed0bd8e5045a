export default definePageConfig({ navigationBarTitleText: '来信', enablePullDownRefresh: true });
