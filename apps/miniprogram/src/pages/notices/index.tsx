import { Page } from '@/components/Page';

export default function NoticesPage() {
  return (
    <Page title="消息" tab="notices">
      {null}
    </Page>
  );
}
