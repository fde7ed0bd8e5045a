export default definePageConfig({ navigationBarTitleText: '界别集体声音', enablePullDownRefresh: true });
