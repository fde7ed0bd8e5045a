export default definePageConfig({ navigationBarTitleText: '找委员', enablePullDownRefresh: true });
