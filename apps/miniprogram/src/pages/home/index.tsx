import { Page } from '@/components/Page';

export default function HomePage() {
  return (
    <Page title="连心桥" tab="home">
      {null}
    </Page>
  );
}
