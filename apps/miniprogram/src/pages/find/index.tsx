import { Page } from '@/components/Page';

export default function FindPage() {
  return (
    <Page title="找委员" tab="find">
      {null}
    </Page>
  );
}
