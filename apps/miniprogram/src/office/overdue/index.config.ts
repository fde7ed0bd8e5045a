export default definePageConfig({ navigationBarTitleText: '超期来信' });
