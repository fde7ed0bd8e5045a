import { Page } from '@/components/Page';

export default function SessionsPage() {
  return <Page title="登录的设备">{null}</Page>;
}
