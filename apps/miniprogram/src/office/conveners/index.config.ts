export default definePageConfig({ navigationBarTitleText: '界别召集人' });
