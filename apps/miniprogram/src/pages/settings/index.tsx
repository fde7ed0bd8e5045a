import { Page } from '@/components/Page';

export default function SettingsPage() {
  return <Page title="大字与阅读">{null}</Page>;
}
