import { Page } from '@/components/Page';

export default function LettersPage() {
  return (
    <Page title="我的来信" tab="letters">
      {null}
    </Page>
  );
}
